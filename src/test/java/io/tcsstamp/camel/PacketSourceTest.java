package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets over TCP, from a server that the bridge connects to. */
@Timeout(60)
class PacketSourceTest {
    @TempDir Path home;

    @Test
    void everyValueOfAPacketBecomesALine() throws Exception {
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig =
                        new PacketRig(
                                home,
                                "",
                                "packet.endpoint",
                                server.endpoint(),
                                "packet.definitions",
                                PacketStreams.definition(home).toString())) {
            server.send(PacketStreams.housekeeping(0, 7, -12, 1, 1.5f));
            rig.awaitLines(14);

            assertThat(rig.values()).contains("COUNTER=7", "PKT_APID=11");
            rig.stop();
        }
    }
}
