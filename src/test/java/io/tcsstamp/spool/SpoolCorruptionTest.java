package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.drain;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is set aside, never deleted; what can be read of it goes on. */
@Timeout(60)
class SpoolCorruptionTest {
    private static final int LINES = 100_000;

    @TempDir Path folder;
    private Path file;
    private LogLines log;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("stamp.db");
        log = new LogLines(SpoolStore.class);
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            for (int i = 0; i < LINES; i += 100) {
                append(spool, i, 100);
            }
            spool.confirm(send(spool).end(), spool.epoch());
        }
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private void overwrite(long from, int count) throws IOException {
        byte[] noise = new byte[count];
        new Random(1).nextBytes(noise);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(from);
            access.write(noise);
        }
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            path -> path.getFileName().toString().matches("stamp.db.corrupt-[^-]+"))
                    .toList();
        }
    }

    /** Opens it; everything that comes out is right, and what is missing is counted. */
    private List<Long> reopened(boolean placeIsKnown) throws Exception {
        byte[] damaged = Files.readAllBytes(file);
        List<Long> numbers;
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(spool.isDurable()).isTrue();
            assertBooks(spool);
            append(spool, LINES, 10);
            numbers = drain(spool);
            assertThat(numbers)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .endsWith(range(LINES, LINES + 10).toArray(Long[]::new));
            SpoolCounters counters = spool.counters();
            if (placeIsKnown) {
                assertThat(counters.recovered()).isEqualTo(LINES - 100);
                assertThat(counters.dropped()).isEqualTo(LINES - 100 + 10 - numbers.size());
                assertThat(log.lines())
                        .last()
                        .asString()
                        .contains(counters.dropped() + " are missing");
            } else {
                assertThat(log.lines()).last().asString().contains("not known");
            }
        }
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("SEVERE stamp", file.toString(), aside().get(0).toString(), "set aside");
        assertThat(aside()).hasSize(1);
        byte[] kept = Files.readAllBytes(aside().get(0));
        // to look at it may have made SQLite note in the header that it may have a log
        assertThat(Arrays.equals(kept, 100, kept.length, damaged, 100, damaged.length)).isTrue();
        return numbers;
    }

    @Test
    void noiseInTheHeader() throws Exception {
        overwrite(0, 100);
        assertThat(reopened(false)).hasSize(10);
    }

    @Test
    void noiseInAPage() throws Exception {
        overwrite(20 * 16_384L, 16_384);
        assertThat(reopened(true)).hasSizeBetween(LINES / 10 * 9, LINES - 100);
    }

    @Test
    void aFileThatEndsTooSoon() throws Exception {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(Files.size(file) / 2);
        }
        assertThat(reopened(true)).hasSizeGreaterThan(LINES / 4);
    }

    @Test
    void aDatabaseOfSomethingElse() throws Exception {
        Files.delete(file);
        execute("CREATE TABLE other (id INTEGER)");
        assertThat(reopened(false)).hasSize(10);
    }

    @Test
    void aRowThatIsGone() throws Exception {
        execute("DELETE FROM batch WHERE start = 1100 * 50");
        assertThat(reopened(true)).hasSize(LINES - 100 - 100 + 10);
    }

    @Test
    void aPlaceThatIsNotTheOneWritten() throws Exception {
        execute("UPDATE mark SET confirmed = upto, lines = 0, size = 0");
        assertThat(reopened(false))
                .as("nothing that was spooled is passed over")
                .hasSize(LINES - 90);
    }

    @Test
    void missingTables() throws Exception {
        execute("DROP TABLE mark");
        assertThat(reopened(false)).hasSize(LINES - 90);
    }

    @Test
    void aHeaderThatForbidsToWrite() throws Exception {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(18);
            access.write(7);
        }
        assertThat(reopened(true)).hasSize(LINES - 90);
    }

    @Test
    void anEmptyFileIsANewOne() throws Exception {
        Files.write(file, new byte[0]);
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            append(spool, 0, 10);
            assertThat(drain(spool)).isEqualTo(range(0, 10));
        }
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aLogOfNoise() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("stamp.db-wal"), noise);
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(drain(spool)).as("SQLite passes it over").isEqualTo(range(100, LINES));
        }
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void damageThatComesWhileItIsOpen() throws Exception {
        try (LogLines more = new LogLines(SpoolKeeper.class);
                Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            overwrite(40 * 16_384L, 16_384);
            // more than SQLite itself keeps in memory
            for (int i = LINES; i < 5 * LINES; i += 1000) {
                append(spool, i, 1000);
            }
            while (spool.hasUnsent()) {
                SpooledLines next = spool.next(Lines.SOON);
                assertThat(spool.sent(next)).isTrue();
                assertThat(Lines.numbers(next)).isSorted();
                assertBooks(spool);
            }
            assertThat(spool.counters().dropped()).isBetween(100L, 10_000L);
            assertThat(spool.taken().end()).isGreaterThan(0);
            spool.confirm(spool.taken().end(), spool.epoch());
            assertThat(spool.lines()).isZero();
            assertThat(spool.counters().confirmed() + spool.counters().dropped())
                    .isEqualTo(5 * LINES - 100);
            assertThat(more.lines()).singleElement().asString().contains("earlier run");
            assertBooks(spool);
        }
        assertThat(aside()).hasSize(1);
        assertThat(log.lines()).singleElement().asString().contains("set aside");
    }

    @Test
    void aSalvageThatWasCutShort() throws Exception {
        Files.writeString(folder.resolve("stamp.db.new"), "half of a file");
        overwrite(20 * 16_384L, 16_384);
        assertThat(reopened(true)).hasSizeGreaterThan(LINES / 10 * 9);
    }

    @Test
    void aSalvageThatEndedBeforeItsLastStep() throws Exception {
        Files.move(file, folder.resolve("stamp.db.new"));
        try (Spool spool = Spool.open("stamp", Lines.onDisk(file))) {
            assertThat(drain(spool)).isEqualTo(range(100, LINES));
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
