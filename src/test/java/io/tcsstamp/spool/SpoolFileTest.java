package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file is what the documentation says of it. */
class SpoolFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"NORMAL, 1", "FULL, 2"})
    void whatACommitWaitsForIsInForce(Synchronous synchronous, String value) throws Exception {
        try (SpoolFile file = SpoolFile.open(folder.resolve("stamp.db"), synchronous)) {
            assertThat(file.pragma("synchronous")).isEqualTo(value);
            assertThat(file.pragma("journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void theLogStaysSmallAndThePagesAreLarge() throws Exception {
        Path path = folder.resolve("stamp.db");
        try (SpoolFile file = SpoolFile.open(path, Synchronous.NORMAL)) {
            assertThat(file.pragma("page_size")).isEqualTo("16384");
            assertThat(file.pragma("journal_size_limit")).isEqualTo("67108864");
            assertThat(file.pragma("wal_autocheckpoint")).isEqualTo("2048");
        }
        assertThat(SpoolRestartTest.text(path, "PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(SpoolRestartTest.number(path, "PRAGMA application_id"))
                .as("TCSS")
                .isEqualTo(0x54435353);
    }
}
