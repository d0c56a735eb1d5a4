package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.drain;
import static io.tcsstamp.spool.Lines.numbers;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails: lines pass through memory, it is told once, and stored when it is back. */
@Timeout(60)
class SpoolFaultTest {
    @TempDir Path folder;
    private Path file;
    private LogLines log;

    @BeforeEach
    void listen() {
        file = folder.resolve("spool").resolve("stamp.db");
        log = new LogLines(SpoolStore.class);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    /** With a file in the folder's place nothing can be written below it, not even by root. */
    @Test
    void aFolderThatIsAFile() throws Exception {
        Files.writeString(file.getParent(), "not a folder");

        passesThroughMemoryUntil(() -> Files.delete(file.getParent()), "is it a folder");
    }

    @Test
    void aFolderInTheFilesPlace() throws Exception {
        Files.createDirectories(file);

        passesThroughMemoryUntil(() -> Files.delete(file), "cannot be opened");
    }

    private interface Cure {
        void apply() throws Exception;
    }

    private void passesThroughMemoryUntil(Cure cure, String why) throws Exception {
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
            append(spool, 10, 10);
            assertThat(spool.isDurable()).isFalse();
            assertThat(spool.status().trouble()).contains(file.toString(), why);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("SEVERE stamp", "in memory only", file.toString(), why, "tried again")
                    .doesNotContain("\tat ");
            SpooledLines first = send(spool);
            assertThat(numbers(first)).isEqualTo(range(0, 10));
            spool.confirm(first.end(), spool.epoch());
            send(spool);
            assertBooks(spool);
            // more than one attempt, one line in the log
            await().during(Duration.ofMillis(1500))
                    .until(() -> spool.next(10) == null && log.lines().size() == 1);

            cure.apply();

            await().until(() -> spool.next(10) == null && spool.isDurable());
            append(spool, 20, 10);
            assertThat(spool.status().trouble()).isEmpty();
            assertThat(log.lines()).hasSize(2).last().asString().contains("INFO", "on disk again");
            assertThat(SpoolRestartTest.number(file, "SELECT sum(lines) FROM batch"))
                    .as("what was in memory only")
                    .isEqualTo(20);
            assertBooks(spool);
        }
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(drain(spool)).isEqualTo(range(10, 30));
            assertThat(spool.counters().resent()).isEqualTo(10);
        }
    }

    @Test
    void aDiskThatIsBackJustBeforeTheStop() throws Exception {
        Files.createDirectories(file);
        Spool spool = Spool.open("stamp", Lines.onDisk(file));
        append(spool, 0, 10);
        Files.delete(file);
        spool.close();

        try (Spool next = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(drain(next)).isEqualTo(range(0, 10));
        }
    }

    @Test
    void aConnectionOfBeforeDoesNotConfirmWhatTurnedUpSince() throws Exception {
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
        }
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.move(file, elsewhere);
        Files.createDirectory(file);
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 100, 5);
            long epoch = spool.epoch();
            SpooledLines sent = send(spool);
            Files.delete(file);
            Files.move(elsewhere, file);
            await().until(
                            () -> {
                                spool.settle();
                                return spool.counters().recovered() == 10;
                            });

            spool.confirm(sent.end(), epoch);
            spool.confirmLines(sent.end(), epoch);

            assertThat(spool.lines()).isEqualTo(15);
            assertThat(drain(spool))
                    .isEqualTo(
                            Stream.concat(range(0, 10).stream(), range(100, 105).stream())
                                    .toList());
        }
    }

    @Test
    void anEarlierRunsLinesGoFirstOnceTheyCanBeRead() throws Exception {
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
            append(spool, 10, 10);
            spool.confirm(send(spool).end(), spool.epoch());
        }
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.move(file, elsewhere);
        Files.createDirectory(file);
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 100, 5);
            append(spool, 105, 5);
            spool.confirm(send(spool).end(), spool.epoch());
            Files.delete(file);
            Files.move(elsewhere, file);

            await().until(
                            () -> {
                                spool.next(1);
                                return spool.counters().recovered() > 0;
                            });

            assertThat(spool.counters().recovered()).isEqualTo(10);
            assertBooks(spool);
            spool.rewind();
            assertThat(numbers(send(spool))).isEqualTo(range(10, 20));
            assertThat(drain(spool)).isEqualTo(range(105, 110));
            assertThat(spool.counters().resent()).as("nothing was sent before").isZero();
            assertThat(spool.lines()).isZero();
        }
    }

    /** As a tool of the operator does that has begun to write and does not end. */
    @Test
    void aFileThatIsLockedByATool() throws Exception {
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file));
                Connection tool = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = tool.createStatement()) {
            append(spool, 0, 10);
            statement.execute("BEGIN IMMEDIATE");
            append(spool, 10, 10);
            assertThat(spool.status().trouble()).contains("locked");
            await().during(Duration.ofMillis(2500))
                    .atMost(30, TimeUnit.SECONDS)
                    .until(
                            () -> {
                                spool.rewind();
                                spool.next(10);
                                return log.lines().size() == 1;
                            });
            statement.execute("ROLLBACK");
            await().until(
                            () -> {
                                spool.rewind();
                                append(spool, 20, 0);
                                drain(spool);
                                spool.next(50);
                                return spool.status().trouble().isEmpty();
                            });
            assertThat(log.lines()).hasSize(2);
            assertThat(spool.counters().confirmed()).isEqualTo(20);
        }
    }

    @Test
    void whoeverTakesOutWaitsWhileNothingCanBeRead() throws Exception {
        try (Spool spool =
                Spool.open(
                        "stamp",
                        new SpoolOptions(
                                file,
                                SpoolOptions.Synchronous.NORMAL,
                                1 << 30,
                                SpoolOptions.WhenFull.WAIT,
                                200))) {
            // more than SQLite itself keeps in memory
            for (int i = 0; i < 600_000; i += 1000) {
                append(spool, i, 1000);
            }
            Path away = folder.resolve("away");
            Files.move(file.getParent(), away);
            Files.writeString(file.getParent(), "not a folder");
            overwrite(away.resolve("stamp.db"));
            overwrite(away.resolve("stamp.db-wal"));
            SpooledLines next = spool.next(10);
            while (next != null) {
                next = spool.next(10);
            }

            long began = System.nanoTime();
            assertThat(spool.hasUnsent()).isTrue();
            assertThat(spool.next(300)).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThan(Duration.ofMillis(290));
            assertThat(spool.status().trouble()).contains("cannot be used");
            assertBooks(spool);
        }
    }

    private static void overwrite(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (byte) 0x55);
        Files.write(file, bytes);
    }
}
