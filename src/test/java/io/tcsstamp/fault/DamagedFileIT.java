package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.BridgeProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spool's file is damaged between two runs, with lines in it that wait for STAMP. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFileIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROWS = 8;
    private static final int BLOCKS_PER_ROW = 50;
    private static final Pattern MISSING = Pattern.compile("(\\d+) are missing");

    @RegisterExtension final FaultRig rig = new FaultRig();

    private final Random random = Form.random("damaged file");
    private FaultStamp stamp;
    private NumberedTcs tcs;
    private long spooled;

    @BeforeEach
    void start() throws Exception {
        stamp = rig.stamp(0);
        tcs = rig.tcs();
    }

    /** Leaves lines in the spool by a bridge that ends with STAMP down. */
    private void spool(boolean killed) throws Exception {
        BridgeProcess bridge = rig.bridge(tcs, stamp, Map.of("SHUTDOWN_TIMEOUT", "1"));
        // several reads, so that there are several rows
        for (int i = 0; i < ROWS; i++) {
            tcs.feed(BLOCKS_PER_ROW);
            rig.awaitSpooled(stamp, tcs.toldLines(), LIMIT);
        }
        spooled = tcs.lines();
        if (killed) {
            Signals.kill(bridge);
        } else {
            FaultRig.end(bridge);
        }
        assertThat(SpoolContent.of(rig.spoolFile(stamp)).lines()).isEqualTo(spooled);
    }

    /** Runs a bridge on what was damaged; everything new must arrive. Returns its log. */
    private String deliver(String what) throws Exception {
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        tcs.feed(10);
        stamp.start();
        rig.awaitLine(spooled + 10L * NumberedLines.PER_BLOCK, LIMIT);
        Books books = rig.rest(bridge, stamp);
        Form.say("%s: %s", what, rig.ledger());
        rig.ledger().assertSound();
        assertThat(books.accepted()).isEqualTo(10L * NumberedLines.PER_BLOCK);
        assertThat(rig.ledger().last()).isEqualTo(tcs.lines());
        String log = bridge.stderr().text();
        assertThat(log).doesNotContain("\tat ");
        return log;
    }

    private byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void overwrite(Path file, long position, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(position);
            open.write(bytes);
        }
    }

    private Path setAside() throws IOException {
        try (Stream<Path> all = Files.list(rig.spoolFolder())) {
            List<Path> aside =
                    all.filter(path -> path.toString().matches(".*\\.corrupt-[^-]*")).toList();
            assertThat(aside).as("files set aside").hasSize(1);
            return aside.get(0);
        }
    }

    private static long missing(String log) {
        Matcher matcher = MISSING.matcher(log);
        assertThat(matcher.find()).as("the log says how many lines are missing: %s", log).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    @Test
    void a_damaged_header() throws Exception {
        spool(false);
        Path file = rig.spoolFile(stamp);
        overwrite(file, 0, garbage(100));
        byte[] damaged = Files.readAllBytes(file);

        String log = deliver("damaged header");

        assertThat(log).contains("ERROR").contains("set aside").contains("missing is not known");
        assertThat(Files.readAllBytes(setAside())).isEqualTo(damaged);
    }

    @Test
    void a_damaged_page_in_the_middle() throws Exception {
        spool(false);
        Path file = rig.spoolFile(stamp);
        int page = 16_384;
        overwrite(file, Files.size(file) / page / 2 * page, garbage(page));
        byte[] damaged = Files.readAllBytes(file);

        String log = deliver("damaged page");

        assertThat(rig.ledger().lost()).isPositive().isLessThan(spooled);
        assertThat(missing(log)).isEqualTo(rig.ledger().lost());
        assertThat(Files.readAllBytes(setAside())).isEqualTo(damaged);
    }

    @Test
    void a_file_cut_off() throws Exception {
        spool(false);
        Path file = rig.spoolFile(stamp);
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2);
        Files.write(file, half);

        String log = deliver("file cut off");

        assertThat(log).contains("ERROR").contains("set aside");
        assertThat(Files.readAllBytes(setAside())).isEqualTo(half);
    }

    @Test
    void an_empty_file() throws Exception {
        Files.createDirectories(rig.spoolFolder());
        Files.createFile(rig.spoolFile(stamp));

        deliver("empty file");

        rig.ledger().assertComplete(tcs.lines());
    }

    @Test
    void another_database() throws Exception {
        Files.createDirectories(rig.spoolFolder());
        Path file = rig.spoolFile(stamp);
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE precious (text)");
        }

        deliver("another database");

        rig.ledger().assertComplete(tcs.lines());
        assertThat(Files.readString(setAside(), StandardCharsets.ISO_8859_1))
                .contains("CREATE TABLE precious");
    }

    @Test
    void a_log_of_garbage() throws Exception {
        spool(true);
        Path log = rig.spoolFile(stamp).resolveSibling(rig.spoolFile(stamp).getFileName() + "-wal");
        assertThat(log).isNotEmptyFile();
        overwrite(log, 0, garbage((int) Files.size(log)));

        deliver("log of garbage");
    }

    @Test
    void a_log_with_a_damaged_end() throws Exception {
        spool(true);
        Path log = rig.spoolFile(stamp).resolveSibling(rig.spoolFile(stamp).getFileName() + "-wal");
        overwrite(log, Files.size(log) - 20_000, garbage(20_000));

        deliver("log with a damaged end");

        // as after a torn write: what was stored last is gone, the rest is there
        assertThat(rig.ledger().lost())
                .isBetween(0L, (long) BLOCKS_PER_ROW * NumberedLines.PER_BLOCK);
    }
}
