package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.telemetry.Seed;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CcsdsPacketsTest {
    private static final byte[] DATA = {1, 2, 3};

    @Test
    void the_header_is_that_of_the_standard() {
        assertThat(HexFormat.of().formatHex(CcsdsPackets.create(100, 7, DATA)))
                .isEqualTo("0064c0070002010203");
        assertThat(HexFormat.of().formatHex(CcsdsPackets.create(5, 1, 1, 1365, 1, 10922, DATA)))
                .isEqualTo("bd556aaa0002010203");
    }

    @Test
    void what_was_put_into_a_header_is_read_from_it() {
        Seed.rounds(
                500,
                random -> {
                    int version = random.nextInt(8);
                    int type = random.nextInt(2);
                    int secondary = random.nextInt(2);
                    int apid = random.nextInt(2048);
                    int flags = random.nextInt(4);
                    int count = random.nextInt(16384);
                    byte[] data = new byte[1 + random.nextInt(65536)];
                    byte[] packet =
                            CcsdsPackets.create(version, type, secondary, apid, flags, count, data);
                    byte[] within = new byte[packet.length + 5];
                    System.arraycopy(packet, 0, within, 5, packet.length);
                    assertThat(CcsdsHeader.version(within, 5)).isEqualTo(version);
                    assertThat(CcsdsHeader.type(within, 5)).isEqualTo(type);
                    assertThat(CcsdsHeader.secondaryHeaderFlag(within, 5)).isEqualTo(secondary);
                    assertThat(CcsdsHeader.apid(within, 5)).isEqualTo(apid);
                    assertThat(CcsdsHeader.sequenceFlags(within, 5)).isEqualTo(flags);
                    assertThat(CcsdsHeader.sequenceCount(within, 5)).isEqualTo(count);
                    assertThat(CcsdsHeader.dataLength(within, 5)).isEqualTo(data.length - 1);
                    assertThat(CcsdsHeader.totalLength(within, 5)).isEqualTo(packet.length);
                });
    }

    @Test
    void what_does_not_fit_is_refused_by_name_and_range() {
        refused(() -> CcsdsPackets.create(8, 0, 0, 0, 3, 0, DATA), "version must be 0 to 7");
        refused(() -> CcsdsPackets.create(0, 2, 0, 0, 3, 0, DATA), "type must be 0 to 1");
        refused(() -> CcsdsPackets.create(0, 0, -1, 0, 3, 0, DATA), "flag must be 0 to 1, not -1");
        refused(() -> CcsdsPackets.create(2048, 0, DATA), "APID must be 0 to 2047, not 2048");
        refused(() -> CcsdsPackets.create(0, 0, 0, 0, 4, 0, DATA), "flags must be 0 to 3");
        refused(() -> CcsdsPackets.create(0, 16384, DATA), "count must be 0 to 16383");
        refused(() -> CcsdsPackets.create(0, 0, new byte[0]), "1 to 65536, not 0");
        refused(() -> CcsdsPackets.create(0, 0, new byte[65537]), "1 to 65536, not 65537");
        refused(() -> CcsdsPackets.createUdp(65536, 0, DATA, 0), "source port");
        refused(() -> CcsdsPackets.createUdp(0, -1, DATA, 0), "destination port");
        refused(() -> CcsdsPackets.createUdp(0, 0, new byte[65528], 0), "0 to 65527");
        refused(() -> CcsdsPackets.createUdp(0, 0, DATA, 65536), "checksum");
    }

    private static void refused(Runnable creation, String message) {
        assertThatThrownBy(creation::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
