package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several sources at once: two of packets, the second by a few properties, and a TCS EGSE. */
@Timeout(60)
class PacketSecondSourceTest {
    @TempDir Path home;

    @Test
    void eachIsDecodedAndCountedByItself() throws Exception {
        Path definition = PacketStreams.definition(home);
        String template = "camel.route-template[gps].";
        try (ScriptedTcs tcs = new ScriptedTcs();
                ScriptedTcs first = new ScriptedTcs();
                ScriptedTcs second = new ScriptedTcs();
                PacketRig rig =
                        new PacketRig(
                                home,
                                String.join(
                                        "\n",
                                        template + "template-id = packet-source",
                                        template + "route-id = gps",
                                        template + "id = gps",
                                        template + "endpoint = " + second.endpoint(),
                                        template + "definitions = packets.xml",
                                        template + "select = MODE",
                                        template + "name-pattern = gps_{parameter}",
                                        template + "time = cds:DAY,MSEC"),
                                BridgeSettings.FURTHER_SOURCES,
                                "true",
                                "tcs.endpoint",
                                tcs.endpoint(),
                                "packet.endpoint",
                                first.endpoint(),
                                "packet.definitions",
                                definition.toString(),
                                "packet.select",
                                "COUNTER")) {
            tcs.send(Streams.block(Streams.entry("01", "ambient", "20")));
            first.send(PacketStreams.housekeeping(3));
            second.send(PacketStreams.housekeeping(4, 5, 0, 0, 0));
            rig.awaitLines(3);
            rig.stop();

            assertThat(rig.values())
                    .containsExactlyInAnyOrder("ambient=20", "COUNTER=3", "gps_MODE=OFF");
            assertThat(rig.lines()).anyMatch(line -> line.startsWith("08.01.2021 00:00:05\tgps_"));
            assertThat(rig.packets().read()).isEqualTo(1);
            assertThat(rig.monitor().source("gps").read()).isEqualTo(1);
            assertThat(rig.monitor().source("tcs").read()).isEqualTo(1);
            assertThat(rig.monitor().source("tcs").packets().byApid()).isEmpty();
        }
    }
}
