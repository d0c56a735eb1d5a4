package io.tcsstamp.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files that are damaged in any way: they open, every line that comes out went in, the books add
 * up, and new lines pass. {@code -Dfuzz.files=N} is how many files, {@code -Dfuzz.seed=N} repeats
 * one.
 */
class SpoolRecoveryFuzzTest {
    private static final int QUICK_INPUTS = 150;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private Path folder;
    private SpoolOptions options;

    @BeforeEach
    void makeFolder() throws IOException {
        Path fast = Path.of("/dev/shm");
        folder =
                Files.isWritable(fast)
                        ? Files.createTempDirectory(fast, "spool")
                        : Files.createTempDirectory("spool");
        options = Lines.onDisk(folder.resolve("stamp.db"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        clear();
        Files.delete(folder);
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void everyDamagedFileOpens() throws Exception {
        long inputs = Long.getLong("fuzz.files", QUICK_INPUTS);
        long first = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("SpoolRecovery: " + inputs + " inputs from -Dfuzz.seed=" + first);
        for (long seed = first; seed < first + inputs; seed++) {
            one(seed);
        }
    }

    private void one(long seed) throws Exception {
        Random random = new Random(seed);
        long began = System.nanoTime();
        StringBuilder damage = new StringBuilder();
        try (LogLines log = new LogLines(SpoolStore.class);
                LogLines more = new LogLines(SpoolKeeper.class)) {
            tryOne(random, damage, log, more);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "failed with -Dfuzz.seed=" + seed + " -Dfuzz.files=1, " + damage, e);
        } finally {
            clear();
        }
        assertThat(System.nanoTime() - began).as("time for seed " + seed).isLessThan(LONGEST_NANOS);
    }

    private void tryOne(Random random, StringBuilder damage, LogLines log, LogLines more)
            throws Exception {
        try {
            int lines = make(random);
            for (Path part : parts()) {
                if (random.nextInt(3) > 0) {
                    damage.append(Damage.of(part, random)).append("; ");
                }
            }
            check(lines);
            check(lines);
        } finally {
            damage.append(log.lines()).append(more.lines());
        }
    }

    /** A file with its log as a crash leaves them; how many lines were put into it. */
    private int make(Random random) throws Exception {
        int lines = 0;
        Path source = folder.resolve("source.db");
        try (Spool spool = Spool.open("source", Lines.onDisk(source))) {
            for (int i = random.nextInt(40); i >= 0; i--) {
                int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 2000 : 20);
                StringBuilder text = new StringBuilder();
                for (int n = 0; n < count; n++) {
                    text.append(line(lines++));
                }
                spool.append(text.toString().getBytes(US_ASCII), count, i, i);
                if (random.nextInt(3) == 0) {
                    spool.confirm(Lines.send(spool).end(), spool.epoch());
                } else if (random.nextInt(10) == 0) {
                    spool.confirmLines(Lines.send(spool).end() - 20, spool.epoch());
                }
            }
            if (random.nextInt(3) > 0) {
                copy(source);
                return lines;
            }
        }
        copy(source);
        return lines;
    }

    private void copy(Path source) throws IOException {
        for (String part : List.of("", "-wal")) {
            Path from = source.resolveSibling(source.getFileName() + part);
            if (Files.exists(from)) {
                Path file = options.file();
                Files.copy(from, file.resolveSibling(file.getFileName() + part));
            }
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("stamp.db"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(long number) {
        return "%d %x\n".formatted(number, crc(number));
    }

    private static long crc(long number) {
        CRC32 crc = new CRC32();
        crc.update(Long.toString(number).getBytes(US_ASCII));
        return crc.getValue();
    }

    private void check(int lines) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            Lines.assertBooks(spool);
            spool.append(line(lines).getBytes(US_ASCII), 1, 0, 0);
            long last = -1;
            long read = 0;
            long epoch = spool.epoch();
            while (spool.hasUnsent()) {
                SpooledLines next = spool.next(Lines.SOON);
                if (spool.epoch() != epoch) {
                    // the damage was found only now: everything that is left comes again
                    epoch = spool.epoch();
                    last = -1;
                    read = 0;
                }
                assertThat(next).as("what is unsent can be read").isNotNull();
                for (String text : new String(next.bytes(), US_ASCII).split("(?<=\n)")) {
                    long number = Long.parseLong(text.substring(0, text.indexOf(' ')));
                    assertThat(text).isEqualTo(line(number));
                    assertThat(number).isGreaterThan(last).isLessThanOrEqualTo(lines);
                    last = number;
                    read++;
                }
                Lines.assertBooks(spool);
            }
            assertThat(last).isEqualTo(lines);
            assertThat(read).as("what comes out is what is held").isEqualTo(spool.lines());
            assertThat(spool.isDurable()).as(spool.status().trouble()).isTrue();
            spool.next(1);
            assertThat(spool.status().trouble()).isEmpty();
            spool.confirm(spool.taken().end(), spool.epoch());
            assertThat(spool.lines()).isZero();
            assertThat(spool.status().bytes()).isZero();
            Lines.assertBooks(spool);
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
