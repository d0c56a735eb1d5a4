package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a demo keeps goes with it. */
class DemoWatchTest {
    @Test
    void theQuarantineOfARealBridgeIsNotTouched() throws Exception {
        Path quarantine;
        try (DemoWatch watch = new DemoWatch(false, false)) {
            quarantine = Path.of(watch.properties().get("quarantine.folder"));
            Files.createDirectories(quarantine);
            Files.writeString(quarantine.resolve("quarantine-20261121.jsonl"), "{}\n");
            assertThat(quarantine).isAbsolute();
            assertThat(quarantine.getParent().getParent())
                    .isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        }
        assertThat(quarantine.getParent()).doesNotExist();
    }
}
