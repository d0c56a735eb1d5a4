package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.LanderPackets;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Resync;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tells a cut off input from one in which garbage hides packets. */
class LeftoverSearchTest {
    private static final LeftoverSearch SEARCH =
            new LeftoverSearch(PacketFraming.ccsds().resync(Resync.on()), true);

    @Test
    void packets_behind_garbage_are_found() {
        byte[] garbage = new byte[20];
        Arrays.fill(garbage, (byte) 0xEE);
        LanderPackets packets = new LanderPackets().bytes(garbage).log("a").log("b").log("c");

        assertThat(SEARCH.packets(packets.toBytes())).isEqualTo(3);
        assertThat(LeftoverSearch.NONE.packets(packets.toBytes())).isZero();
    }

    @Test
    void a_packet_that_was_cut_off_hides_none_whatever_it_holds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] data = new byte[10_000];
            random.nextBytes(data);
            byte[] whole = new LanderPackets().data(7, data).toBytes();
            byte[] cut = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));

            assertThat(SEARCH.packets(cut)).as("seed %d", seed).isZero();
        }
    }
}
