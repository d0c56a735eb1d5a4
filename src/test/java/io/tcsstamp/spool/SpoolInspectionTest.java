package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.spool.SpoolInspection.Exported;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a spool's file says from outside, while it is written and afterwards. */
@Timeout(60)
class SpoolInspectionTest {
    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("stamp-127.0.0.1-4444.db");
    }

    @Test
    void tellsWhatWaitsWhileTheSpoolIsInUse() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        try (Spool spool = SpoolFiles.open(file)) {
            SpoolFiles.append(spool, 0, 5);
            sendAndConfirm(spool, 2, 1);
            SpoolFiles.append(spool, 5, 8);

            SpoolReport report = SpoolInspection.report(file);

            assertThat(report.damage()).isEmpty();
            assertThat(report.lines()).isEqualTo(70);
            assertThat(report.bytes()).isEqualTo(SpoolFiles.batches(1, 8).length());
            assertThat(report.batches()).isEqualTo(7);
            assertThat(report.sent()).isEqualTo(10);
            assertThat(report.firstSample()).contains(Instant.ofEpochMilli(1000));
            assertThat(report.lastSample()).contains(Instant.ofEpochMilli(7999));
            assertThat(report.oldest().orElseThrow()).isBetween(before, Instant.now());
            assertThat(report.fileBytes()).isGreaterThanOrEqualTo(report.bytes());
            // the spool does not notice
            sendAndConfirm(spool, 6, 7);
            assertThat(spool.lines()).isZero();
            assertThat(spool.status().trouble()).isEmpty();
        }
    }

    /** Takes out some batches and confirms all of the first so many. */
    private static void sendAndConfirm(Spool spool, int sent, int confirmed)
            throws InterruptedException {
        long position = 0;
        for (int i = 0; i < sent; i++) {
            SpooledLines batch = spool.next(1000);
            assertThat(spool.sent(batch)).isTrue();
            if (i < confirmed) {
                position = batch.end();
            }
        }
        spool.confirm(position, spool.epoch());
    }

    @Test
    void anEmptySpoolHasNoTimes() throws Exception {
        SpoolFiles.open(file).close();

        SpoolReport report = SpoolInspection.report(file);

        assertThat(report.damage()).isEmpty();
        assertThat(report.lines()).isZero();
        assertThat(report.firstSample()).isEmpty();
        assertThat(report.oldest()).isEmpty();
    }

    @Test
    void exportsAllLinesInOrderWhileTheSpoolIsInUse() throws Exception {
        try (Spool spool = SpoolFiles.open(file)) {
            SpoolFiles.append(spool, 0, 300);

            assertThat(export(Instant.MIN, Instant.MAX)).isEqualTo(SpoolFiles.batches(0, 300));
            assertThat(spool.lines()).isEqualTo(3000);
        }
    }

    @Test
    void exportsOnlyWhatIsNotConfirmed() throws Exception {
        String all = SpoolFiles.batches(0, 3);
        int thirdLine = all.indexOf("name_02");
        int start = all.lastIndexOf('\n', thirdLine) + 1;
        try (Spool spool = SpoolFiles.open(file)) {
            SpoolFiles.append(spool, 0, 3);
            assertThat(spool.sent(spool.next(1000))).isTrue();
            spool.confirmLines(start, spool.epoch());
        }

        assertThat(export(Instant.MIN, Instant.MAX)).isEqualTo(all.substring(start));
        assertThat(SpoolInspection.report(file).lines()).isEqualTo(28);
        assertThat(SpoolInspection.report(file).sent()).isEqualTo(8);
    }

    @Test
    void exportsTheBatchesOfATime() throws Exception {
        SpoolFiles.write(file, 20);

        assertThat(export(Instant.ofEpochMilli(5999), Instant.ofEpochMilli(8000)))
                .isEqualTo(SpoolFiles.batches(5, 8));
        assertThat(export(Instant.ofEpochMilli(6000), Instant.ofEpochMilli(8001)))
                .isEqualTo(SpoolFiles.batches(6, 9));
    }

    private String export(Instant from, Instant to) throws SpoolFailure, IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Exported exported = SpoolInspection.export(file, from, to, lines);
        String text = lines.toString(StandardCharsets.UTF_8);
        assertThat(exported.gaps()).isZero();
        assertThat(exported.lines()).isEqualTo(text.lines().count());
        return text;
    }

    @Test
    void whatIsNoSpoolIsTold() throws Exception {
        Files.writeString(file, "this is a letter to my aunt, which is longer than a header is\n");

        assertThat(SpoolInspection.report(file).damage()).contains("damaged");
        assertThatThrownBy(() -> export(Instant.MIN, Instant.MAX))
                .isInstanceOf(SpoolFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aDatabaseOfAnotherKindIsNoSpool() throws Exception {
        Path other = folder.resolve("housekeeping.db.corrupt-20261121T064241.123Z");
        for (Path database : List.of(file, other)) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE pending (seq INTEGER PRIMARY KEY)");
            }
        }

        assertThat(SpoolInspection.files(folder)).containsExactly(other, file);
        assertThat(SpoolInspection.report(file).damage()).contains("not the file of a spool");
        assertThat(SpoolInspection.report(other).damage()).contains("samples");
        assertThatThrownBy(() -> export(Instant.MIN, Instant.MAX))
                .isInstanceOf(SpoolFailure.class)
                .hasMessageContaining("not the file of a spool");
        assertThatThrownBy(() -> SpoolRemoval.countBefore(file, Instant.MAX))
                .isInstanceOf(SpoolFailure.class)
                .hasMessageContaining("not the file of a spool");
    }

    @Test
    void listsSpoolsAndNothingThatBelongsToThem() throws Exception {
        Path aside = folder.resolve("stamp-h-1.db.corrupt-20261121T064241.123Z");
        for (String name :
                List.of(
                        "stamp-h-1.db-wal",
                        "stamp-h-1.db.lock",
                        "stamp-h-1.db.corrupt-20261121T064241.123Z-wal",
                        "housekeeping.db",
                        "notes.txt")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(aside);
        Files.createFile(file);
        Files.createDirectory(folder.resolve("folder.db"));

        assertThat(SpoolInspection.files(folder)).containsExactly(file, aside);
    }

    @Test
    void nothingAppearsBesideAFileThatWasSetAside() throws Exception {
        SpoolFiles.write(file, 3);
        Path aside = folder.resolve(file.getFileName() + ".corrupt-20261121T064241.123Z");
        Files.move(file, aside);
        Files.delete(folder.resolve(file.getFileName() + ".lock"));

        assertThat(SpoolInspection.report(aside).lines()).isEqualTo(30);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(aside);
        }
    }

    @Test
    void pendingSamplesAreShownBySource() throws Exception {
        assertThat(SpoolInspection.pending(folder)).isEmpty();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("housekeeping.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE pending (seq INTEGER PRIMARY KEY, source TEXT, first_time TEXT,"
                            + " last_time TEXT, samples BLOB)");
            statement.execute("INSERT INTO pending VALUES (1, 'tcs', 'b', 'c', x'00')");
            statement.execute("INSERT INTO pending VALUES (2, 'tcs', 'a', 'd', x'00')");
            statement.execute("INSERT INTO pending VALUES (3, 'tcs2', 'e', NULL, x'00')");
        }

        assertThat(SpoolInspection.pending(folder))
                .containsExactly(
                        new PendingReport("tcs", 2, "a", "d"),
                        new PendingReport("tcs2", 1, "e", ""));
    }
}
