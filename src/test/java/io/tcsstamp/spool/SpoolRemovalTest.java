package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines are given up when that is asked for, and not while a bridge has them. */
@Timeout(60)
class SpoolRemovalTest {
    private static final Instant SEVENTH_SECOND = Instant.ofEpochMilli(7000);

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("stamp.db");
        SpoolFiles.write(file, 20);
    }

    @Test
    void theOldestLinesGoAndTheOthersAreSent() throws Exception {
        assertThat(SpoolRemoval.countBefore(file, SEVENTH_SECOND)).isEqualTo(70);
        assertThat(SpoolRemoval.dropBefore(file, SEVENTH_SECOND)).isEqualTo(70);

        assertThat(SpoolRemoval.countBefore(file, SEVENTH_SECOND)).isZero();
        assertThat(SpoolInspection.report(file).lines()).isEqualTo(130);
        assertThat(text()).isEqualTo(SpoolFiles.batches(7, 20));
        try (Spool spool = SpoolFiles.open(file)) {
            assertThat(spool.counters().recovered()).isEqualTo(130);
            assertThat(spool.counters().dropped()).isZero();
            for (int n = 7; n < 20; n++) {
                SpooledLines next = spool.next(1000);
                assertThat(new String(next.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(SpoolFiles.batch(n));
                assertThat(spool.sent(next)).isTrue();
                spool.confirm(next.end(), spool.epoch());
            }
            assertThat(spool.lines()).isZero();
        }
    }

    @Test
    void whatIsBehindALaterBatchStays() throws Exception {
        try (Spool spool = SpoolFiles.open(file)) {
            SpoolFiles.append(spool, 0, 1);
        }

        assertThat(SpoolRemoval.dropBefore(file, SEVENTH_SECOND)).isEqualTo(70);
        assertThat(text()).isEqualTo(SpoolFiles.batches(7, 20) + SpoolFiles.batch(0));
    }

    @Test
    void aSpoolInUseIsLeftAlone() throws Exception {
        try (Spool spool = SpoolFiles.open(file)) {
            assertThatThrownBy(() -> SpoolRemoval.dropBefore(file, SEVENTH_SECOND))
                    .isInstanceOf(SpoolFailure.class)
                    .hasMessageContaining("a bridge uses it");
            assertThatThrownBy(() -> SpoolRemoval.delete(file))
                    .isInstanceOf(SpoolFailure.class)
                    .hasMessageContaining("a bridge uses it");
            assertThat(spool.lines()).isEqualTo(200);
        }
        assertThat(text()).isEqualTo(SpoolFiles.batches(0, 20));
    }

    @Test
    void aDeletedSpoolStartsAnew() throws Exception {
        SpoolRemoval.delete(file);

        assertThat(file).doesNotExist();
        try (Spool spool = SpoolFiles.open(file)) {
            assertThat(spool.counters().recovered()).isZero();
            SpoolFiles.append(spool, 3, 4);
        }
        assertThat(text()).isEqualTo(SpoolFiles.batch(3));
    }

    @Test
    void aFileThatWasSetAsideIsDeletedWithItsLog() throws Exception {
        Path aside = folder.resolve("stamp.db.corrupt-20261121T064241.123Z");
        Path log = folder.resolve(aside.getFileName() + "-wal");
        Files.move(file, aside);
        Files.createFile(log);

        SpoolRemoval.delete(aside);

        assertThat(aside).doesNotExist();
        assertThat(log).doesNotExist();
    }

    private String text() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        SpoolInspection.export(file, Instant.MIN, Instant.MAX, lines);
        return lines.toString(StandardCharsets.UTF_8);
    }
}
