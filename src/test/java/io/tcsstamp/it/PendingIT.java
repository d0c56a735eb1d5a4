package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for the next emission survives {@code kill -9}. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PendingIT {
    /** The exit code after SIGTERM. */
    private static final int STOPPED = 143;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension final Rig rig = new Rig();

    private FakeTcs tcs;
    private FakeStamp stamp;

    private Path journal() {
        return rig.folder().resolve("spool").resolve("housekeeping.db");
    }

    /** A bridge with one property said by its environment variable. */
    private BridgeProcess bridge(String variable, String value) throws Exception {
        return rig.start(
                Map.of(variable, value), "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
    }

    /** Runs a bridge until it has gathered these blocks, and kills it. */
    private void gatherAndKill(int from, int to, String variable, String value) throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        BridgeProcess bridge = bridge(variable, value);
        tcs.awaitConnection();
        for (int n = from; n < to; n++) {
            tcs.send(Blocks.block(n));
        }
        int last = to - 1;
        await().atMost(LIMIT).until(() -> newest().contains(":00:%02d.25".formatted(last)));
        // by force, with all its descendants
        bridge.close();
        tcs.stop();
        assertThat(stamp.lineCount()).isZero();
    }

    private String newest() {
        return query("SELECT max(last_time) FROM pending");
    }

    private String query(String sql) {
        if (Files.notExists(journal())) {
            return "";
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        } catch (SQLException e) {
            return "";
        }
    }

    private void awaitEmptyJournal() {
        await().atMost(LIMIT).until(() -> query("SELECT count(*) FROM pending"), "0"::equals);
    }

    @Test
    void isSentOnceWhetherTheTcsComesBackOrNot() throws Exception {
        gatherAndKill(1, 4, "STAMP_RATE", "60");

        BridgeProcess second = bridge("STAMP_RATE", "1");
        second.awaitLog("tcs: 9 samples of the last run were pending");
        List<String> lines = stamp.awaitLines(Blocks.LINES);
        assertThat(lines).isEqualTo(Blocks.lines(3));
        awaitEmptyJournal();

        tcs.start();
        tcs.awaitConnection();
        tcs.send(Blocks.block(5));
        lines = stamp.awaitLines(2L * Blocks.LINES);
        assertThat(lines).startsWith(Blocks.lines(3).toArray(String[]::new));
        assertThat(lines.subList(Blocks.LINES, lines.size())).isEqualTo(Blocks.lines(5));
        awaitEmptyJournal();

        assertThat(second.terminate()).isEqualTo(STOPPED);
        second.awaitLog("12 records read = 6 forwarded + 6 superseded + 0 quarantined + 0 pending");
        tcs.drop();
        BridgeProcess third = bridge("STAMP_RATE", "0.2");
        tcs.awaitConnection();
        tcs.send(Blocks.block(6));
        stamp.awaitLines(3L * Blocks.LINES);
        assertThat(third.terminate()).isEqualTo(STOPPED);
        List<String> once = new ArrayList<>(Blocks.lines(3));
        once.addAll(Blocks.lines(5, 7));
        assertThat(stamp.lines()).isEqualTo(once);
    }

    @Test
    void blocksGatheredBeforeCountForTheNextEmission() throws Exception {
        gatherAndKill(1, 4, "STAMP_RATE_BLOCKS", "5");

        BridgeProcess second = bridge("STAMP_RATE_BLOCKS", "5");
        second.awaitLog("tcs: 9 samples of the last run were pending");
        tcs.start();
        tcs.awaitConnection();
        tcs.send(Blocks.block(4));
        tcs.send(Blocks.records("2026/03/01 10:00:05.0 UTC\tcounter\tlast"));

        List<String> lines = stamp.awaitLines(Blocks.LINES);
        assertThat(lines)
                .containsExactly(
                        Blocks.lines(4).get(0),
                        Blocks.lines(4).get(1),
                        "01.03.2026 10:00:05\tcounter\t0000\tlast");
        awaitEmptyJournal();
        assertThat(second.terminate()).isEqualTo(STOPPED);
        assertThat(stamp.lineCount()).isEqualTo(Blocks.LINES);
    }

    @Test
    void aDamagedJournalIsSetAsideAndTheBridgeRuns() throws Exception {
        gatherAndKill(1, 3, "STAMP_RATE", "60");
        Path folder = journal().getParent();
        // what was written last is in the log beside the file
        Files.writeString(journal(), "damaged ".repeat(3000));
        Files.writeString(folder.resolve("housekeeping.db-wal"), "damaged too ".repeat(3000));

        BridgeProcess second = bridge("STAMP_RATE", "0.5");
        second.awaitLog("housekeeping.db cannot be used: it is damaged", "kept as", ".corrupt-");
        tcs.start();
        tcs.awaitConnection();
        tcs.send(Blocks.block(5));

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(5));
        try (Stream<Path> files = Files.list(folder)) {
            Path aside =
                    files.filter(file -> file.toString().matches(".*corrupt-[0-9TZ.]+"))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readString(aside)).startsWith("damaged damaged");
        }
        assertThat(second.terminate()).isEqualTo(STOPPED);
    }

    @Test
    void withoutASpoolOrARateNothingIsWritten() throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        for (Map<String, String> environment :
                List.of(
                        Map.of("SPOOL_ENABLED", "false", "STAMP_RATE", "0.2"),
                        Map.of("STAMP_RATE", "0"))) {
            long before = stamp.lineCount();
            BridgeProcess bridge =
                    rig.start(environment, "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
            tcs.awaitConnection();
            tcs.send(Blocks.block(1));
            stamp.awaitLines(before + Blocks.LINES);
            assertThat(bridge.terminate()).isEqualTo(STOPPED);
            tcs.drop();
        }

        assertThat(journal()).doesNotExist();
        assertThat(rig.folder().resolve("spool").resolve("housekeeping.db.lock")).doesNotExist();
    }
}
