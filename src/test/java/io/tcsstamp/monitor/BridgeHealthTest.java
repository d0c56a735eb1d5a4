package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.Condition.Level;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import io.tcsstamp.spool.SpooledLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which part of a bridge is not well, and why. */
@Timeout(30)
class BridgeHealthTest {
    private static final byte[] LINE = "a line\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private final TestClock clock = new TestClock("2026-11-21T00:00:00Z");
    private final BridgeMonitor monitor =
            new BridgeMonitor(new Quarantine(Path.of("none"), 0, clock), link -> {});
    private final BridgeHealth health = new BridgeHealth(monitor, Duration.ofSeconds(60), clock);
    private Spool spool;

    @AfterEach
    void close() {
        if (spool != null) {
            spool.close();
        }
    }

    @Test
    void aLinkThatIsNotUpIsDownWithItsReason() {
        Link link = monitor.addLink("TCS", "10.0.0.5:6666");
        assertThat(part("link-tcs-10.0.0.5:6666").level()).isEqualTo(Level.DOWN);
        link.up();
        assertThat(part("link-tcs-10.0.0.5:6666").level()).isEqualTo(Level.UP);
        link.down("connection refused");

        Condition condition = part("link-tcs-10.0.0.5:6666");
        assertThat(condition.level()).isEqualTo(Level.DOWN);
        assertThat(condition.message())
                .isEqualTo("TCS 10.0.0.5:6666: connection refused (since " + link.since() + ")");
        assertThat(condition.details())
                .containsEntry("end", "TCS")
                .containsEntry("address", "10.0.0.5:6666")
                .containsEntry("state", "DOWN")
                .containsEntry("since", link.since().toString());
    }

    @Test
    void aSilentLinkIsDegraded() {
        Link link = monitor.addLink("TCS", "10.0.0.5:6666");
        link.up();
        link.silent(Instant.parse("2026-11-21T06:43:50Z"), true);

        Condition condition = part("link-tcs-10.0.0.5:6666");
        assertThat(condition.level()).isEqualTo(Level.DEGRADED);
        assertThat(condition.message()).contains("silent since 2026-11-21T06:43:50Z");
        assertThat(condition.details()).containsEntry("silentSince", "2026-11-21T06:43:50Z");
    }

    @Test
    void linesThatWereNotSentForTooLongDegrade() throws Exception {
        open(1 << 30);
        append();
        atAge(50);
        assertThat(part("spool-stamp").level()).isEqualTo(Level.UP);
        atAge(62);

        Condition condition = part("spool-stamp");
        assertThat(condition.level()).isEqualTo(Level.DEGRADED);
        assertThat(condition.message()).contains("stamp", "waited");
        assertThat(condition.details())
                .containsEntry("lines", 1L)
                .containsEntry("bytes", 7L)
                .containsEntry("dropped", 0L)
                .containsEntry("durable", true);
        assertThat((Long) condition.details().get("unsentSeconds")).isBetween(60L, 62L);
    }

    @Test
    void linesThatAreOnlyNotConfirmedDoNotDegrade() throws Exception {
        open(1 << 30);
        append();
        SpooledLines first = spool.next(1000);
        assertThat(spool.sent(first)).isTrue();
        atAge(100_000);

        Condition condition = part("spool-stamp");
        assertThat(condition.level()).isEqualTo(Level.UP);
        assertThat((Long) condition.details().get("oldestSeconds")).isGreaterThan(99_000);
        assertThat(condition.details()).doesNotContainKey("unsentSeconds");

        // what comes behind it is another thing, also once both are to be sent again
        append();
        spool.rewind();
        assertThat(part("spool-stamp").level()).isEqualTo(Level.DEGRADED);
    }

    @Test
    void aSpoolThatDropsIsDown() throws Exception {
        open(2 * LINE.length);
        append();
        append();
        assertThat(part("spool-stamp").level()).isEqualTo(Level.UP);
        append();

        Condition condition = part("spool-stamp");
        assertThat(condition.level()).isEqualTo(Level.DOWN);
        assertThat(condition.message()).contains("stamp", "limit of 14 bytes");
        assertThat(condition.details()).containsEntry("dropped", 1L);
    }

    @Test
    void aSpoolWhoseDiskFailsIsDown() throws Exception {
        Files.createFile(folder.resolve("spool"));
        open(1 << 30);
        append();

        Condition condition = part("spool-stamp");
        assertThat(condition.level()).isEqualTo(Level.DOWN);
        assertThat(condition.message()).contains("stamp", "cannot be used");
        assertThat(condition.details()).containsEntry("durable", false).containsEntry("lines", 1L);
    }

    @Test
    void theLogTellsOnceThatLinesWaitAndThatAllIsWell() throws Exception {
        open(1 << 30);
        append();
        Link link = monitor.addLink("STAMP", "10.0.0.9:4444");
        HealthLog told = new HealthLog(health);
        try (LogLines log = new LogLines(HealthLog.class)) {
            told.check();
            assertThat(log.lines()).isEmpty();
            atAge(62);
            told.check();
            told.check();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING degraded: stamp:")
                    .contains("1 lines");

            assertThat(spool.sent(spool.next(1000))).isTrue();
            told.check();
            assertThat(log.lines()).as("while the link is down").hasSize(1);
            link.up();
            told.check();
            told.check();
            assertThat(log.lines()).hasSize(2).last().isEqualTo("INFO healthy again");
        }
    }

    private Condition part(String id) {
        Map<String, Supplier<Condition>> parts = health.parts();
        assertThat(parts).containsKey(id);
        assertThat(parts.get(id).get().id()).isEqualTo(id);
        return parts.get(id).get();
    }

    private void open(long maxBytes) {
        spool =
                Spool.open(
                        "stamp",
                        new SpoolOptions(
                                folder.resolve("spool").resolve("stamp.db"),
                                Synchronous.NORMAL,
                                maxBytes,
                                WhenFull.DROP_OLDEST,
                                1 << 20));
        monitor.addSpool("stamp", spool);
    }

    private void append() throws InterruptedException {
        spool.append(LINE, 1, 0, 0);
    }

    /** The spool takes the time from the system's clock. */
    private void atAge(long seconds) {
        clock.set(Clock.systemUTC().instant().plusSeconds(seconds).toString());
    }
}
