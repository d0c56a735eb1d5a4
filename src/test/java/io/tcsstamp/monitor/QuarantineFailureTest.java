package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarantine cannot be written, or is full: what comes is counted, said once, no more. */
class QuarantineFailureTest {
    @TempDir Path folder;
    private final TestClock clock = new TestClock("2026-11-21T06:00:00.123Z");
    private final LogLines log = new LogLines(Quarantine.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aFileInTheFoldersPlaceIsSaidOnceAndCounted() throws IOException {
        Path place = Files.createFile(folder.resolve("q"));
        try (Quarantine quarantine = new Quarantine(place, 1 << 20, clock)) {
            add(quarantine, 5);
            add(quarantine, 5);

            assertThat(quarantine.unstored()).isEqualTo(2);
            assertThat(quarantine.records()).isEqualTo(2);
        }
        assertThat(errors()).singleElement().asString().contains("cannot write to " + place);
    }

    @Test
    void goesOnOnceTheFolderCanBeWritten() throws IOException {
        Path place = Files.createFile(folder.resolve("q"));
        try (Quarantine quarantine = new Quarantine(place, 1 << 20, clock)) {
            add(quarantine, 5);
            Files.delete(place);
            add(quarantine, 6);

            assertThat(Files.readAllLines(place.resolve("quarantine-20261121.jsonl"))).hasSize(1);
            assertThat(quarantine.unstored()).isEqualTo(1);
        }
    }

    @Test
    void aFailureAfterThatIsSaidAgain() throws IOException {
        Path place = Files.createFile(folder.resolve("q"));
        try (Quarantine quarantine = new Quarantine(place, 1 << 20, clock)) {
            add(quarantine, 5);
            Files.delete(place);
            add(quarantine, 6);
            Files.delete(place.resolve("quarantine-20261121.jsonl"));
            Files.delete(place);
            Files.createFile(place);
            clock.set("2026-11-22T00:00:00Z");
            add(quarantine, 7);
        }
        assertThat(errors()).hasSize(2);
    }

    @Test
    void nothingIsWrittenBeyondTheLimit() throws IOException {
        try (Quarantine quarantine = new Quarantine(folder, 1000, clock)) {
            for (int i = 0; i < 100; i++) {
                add(quarantine, 50);
            }
            assertThat(quarantine.records()).isEqualTo(100);
            assertThat(quarantine.bytes()).isEqualTo(5000);
            Path file = folder.resolve("quarantine-20261121.jsonl");
            assertThat(Files.size(file)).isLessThanOrEqualTo(1000);
            assertThat(Files.readAllLines(file)).hasSize((int) (100 - quarantine.unstored()));
        }
        assertThat(errors()).singleElement().asString().contains("1000 bytes", "max-bytes");
    }

    @Test
    void theLimitIsSaidOnceWhateverTheLengthOfWhatComes() {
        try (Quarantine quarantine = new Quarantine(folder, 1000, clock)) {
            for (int i = 0; i < 4; i++) {
                add(quarantine, 600);
                add(quarantine, 1);
            }
        }
        assertThat(errors()).hasSize(1);
    }

    private List<String> errors() {
        return log.lines().stream().filter(line -> line.startsWith("SEVERE")).toList();
    }

    private static void add(Quarantine quarantine, int length) {
        quarantine.add("tcs", new Rejection(new byte[length], "bad"));
    }
}
