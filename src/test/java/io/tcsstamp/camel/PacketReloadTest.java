package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A definition changes while packets come. */
@Timeout(90)
class PacketReloadTest {
    @TempDir Path home;

    @Test
    void theStreamGoesOnByTheNewDefinitionOrTheOldOne() throws Exception {
        Path definition = PacketStreams.definition(home);
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig =
                        new PacketRig(
                                home,
                                "",
                                "packet.endpoint",
                                server.endpoint(),
                                "packet.definitions",
                                definition.toString(),
                                "packet.select",
                                "COUNTER,NUMBER",
                                "packet.definitions-reload",
                                "1")) {
            server.send(PacketStreams.housekeeping(0));
            rig.awaitLines(1);

            PacketStreams.write(definition, "<SpaceSystem name='half'");
            awaitLevel(rig, Level.DEGRADED);
            server.send(PacketStreams.housekeeping(1));
            rig.awaitLines(2);

            PacketStreams.write(
                    definition, PacketStreams.definition().replace("COUNTER", "NUMBER"));
            awaitLevel(rig, Level.UP);
            server.send(PacketStreams.housekeeping(2));
            rig.awaitLines(3);

            assertThat(rig.values()).containsExactly("COUNTER=0", "COUNTER=1", "NUMBER=2");
            assertThat(rig.packets().packets().total().missing()).isZero();
        }
    }

    private static void awaitLevel(PacketRig rig, Level level) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            Condition now = rig.monitor().parts().get("definitions-packets").get();
                            return now.level() == level;
                        });
    }
}
