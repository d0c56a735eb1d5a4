package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.drain;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was not confirmed comes again after a restart, older first; what the file says of it. */
@Timeout(60)
class SpoolRestartTest {
    @TempDir Path folder;

    @Test
    void whatWasNotConfirmedComesFirst() throws Exception {
        Path file = folder.resolve("spool.db");
        long end;
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 1000);
            append(spool, 1000, 1000);
            append(spool, 2000, 1000);
            spool.confirm(send(spool).end(), spool.epoch());
            end = send(spool).end();
        }
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(spool.counters().recovered()).isEqualTo(2000);
            assertBooks(spool);
            append(spool, 3000, 10);
            SpooledLines again = send(spool);
            assertThat(again.end()).isEqualTo(end);
            assertThat(spool.counters().resent()).as("sent by the first run").isEqualTo(1000);
            assertThat(drain(spool)).isEqualTo(range(2000, 3010));
            assertThat(spool.counters().resent()).isEqualTo(1000);
        }
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(spool.counters().recovered()).isZero();
            assertThat(spool.next(1)).isNull();
        }
    }

    @Test
    void whatWasConfirmedWithinABatchDoesNotComeAgain() throws Exception {
        Path file = folder.resolve("spool.db");
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
            spool.confirmLines(send(spool).start() + 40, spool.epoch());
            assertThat(spool.lines()).isEqualTo(7);
        }
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(spool.counters().recovered()).isEqualTo(7);
            assertThat(drain(spool)).isEqualTo(range(3, 10));
        }
    }

    @Test
    void confirmationsAreWrittenDownWhenThereIsTime() throws Exception {
        Path file = folder.resolve("spool.db");
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
            append(spool, 10, 10);
            spool.confirm(send(spool).end(), spool.epoch());
            send(spool);
            assertThat(spool.next(1)).isNull();

            assertThat(number(file, "SELECT sum(lines) FROM batch")).isEqualTo(10);
            assertThat(number(file, "SELECT lines FROM mark")).isEqualTo(spool.status().lines());
        }
    }

    @Test
    void theFileSaysWhatIsSpooled() throws Exception {
        Path file = folder.resolve("spool.db");
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            spool.append(Lines.of(0, 2), 2, 1_795_000_000_000L, 1_795_000_001_000L);
            append(spool, 2, 5);

            assertThat(number(file, "SELECT sum(lines) FROM spooled"))
                    .isEqualTo(spool.status().lines());
            assertThat(number(file, "SELECT sum(size) FROM spooled"))
                    .isEqualTo(spool.status().bytes());
            assertThat(text(file, "SELECT text FROM spooled LIMIT 1"))
                    .isEqualTo("0000000000\n0000000001\n");
            assertThat(text(file, "SELECT first_sample FROM spooled LIMIT 1"))
                    .isEqualTo("2026-11-18 11:06:40");
            assertThat(text(file, "SELECT last_sample FROM spooled LIMIT 1"))
                    .isEqualTo("2026-11-18 11:06:41");
        }
        assertThat(number(file, "SELECT sum(lines) FROM spooled")).isEqualTo(7);
    }

    @Test
    void nothingButTheFileAndItsLockIsLeft() throws Exception {
        Path file = folder.resolve("spool.db");
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 2);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("spool.db", "spool.db.lock");
        }
    }

    @Test
    void aSecondSpoolWithTheSameFileKeepsOff() throws Exception {
        Path file = folder.resolve("spool.db");
        try (LogLines log = new LogLines(SpoolStore.class);
                Spool second = secondOf(file)) {
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("SEVERE second", "in memory only", "another bridge");
            assertThat(second.isDurable()).isFalse();
            assertThat(second.status().trouble()).contains("another bridge");
            append(second, 100, 10);
            assertThat(Lines.numbers(send(second))).isEqualTo(range(100, 110));
            // the first one is closed by now
            await().until(
                            () -> {
                                second.next(1);
                                return second.isDurable();
                            });
            second.rewind();
            assertBooks(second);
            assertThat(second.counters().recovered()).isEqualTo(10);
            assertThat(drain(second)).isEqualTo(List.copyOf(both()));
            assertThat(second.counters().resent()).isEqualTo(10);
            assertThat(log.lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("INFO second", "on disk again");
            append(second, 200, 1);
        }
        try (Spool third = Spool.open("third", Lines.onDisk(file))) {
            assertThat(third.counters().recovered()).isEqualTo(1);
        }
    }

    private static List<Long> both() {
        return Stream.concat(range(0, 10).stream(), range(100, 110).stream()).toList();
    }

    private static Spool secondOf(Path file) throws InterruptedException {
        try (Spool first = Spool.open("first", Lines.onDisk(file))) {
            append(first, 0, 10);
            return Spool.open("second", Lines.onDisk(file));
        }
    }

    static long number(Path file, String query) throws Exception {
        return Long.parseLong(text(file, query));
    }

    static String text(Path file, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getString(1);
        }
    }
}
