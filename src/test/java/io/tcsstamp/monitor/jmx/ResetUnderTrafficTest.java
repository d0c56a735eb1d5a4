package io.tcsstamp.monitor.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.spool.SpooledLines;
import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counters are reset again and again while records and lines go through. */
@Timeout(60)
class ResetUnderTrafficTest {
    private static final int ROUNDS = 300;
    private static final int THREADS = 3;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicBoolean taking = new AtomicBoolean(true);
    private final List<CompletableFuture<Void>> givers = new ArrayList<>();
    private final List<CompletableFuture<Void>> takers = new ArrayList<>();

    private static void run(
            List<CompletableFuture<Void>> threads, AtomicBoolean running, Runnable step) {
        threads.add(
                CompletableFuture.runAsync(
                        () -> {
                            while (running.get()) {
                                step.run();
                            }
                        },
                        task -> new Thread(task).start()));
    }

    private void rest() {
        running.set(false);
        // who gives may wait for room, so who takes ends later
        givers.forEach(CompletableFuture::join);
        taking.set(false);
        takers.forEach(CompletableFuture::join);
    }

    @Test
    void theBooksOfASourceStayEven() {
        BridgeMonitor monitor =
                new BridgeMonitor(new Quarantine(Path.of("none"), 0, Clock.systemUTC()), l -> {});
        SourceCounters counters = monitor.source("tcs");
        Housekeeping table = new Housekeeping(HousekeepingOptions.defaults());
        SampleBatch batch =
                Batches.block(
                        Batches.at("01", "a", "1"),
                        Batches.at("02", "a", "2"),
                        Batches.at("03", "b", "3"));
        Baseline<RecordCounts> books =
                new Baseline<>(
                        RecordCounts.NONE,
                        () -> RecordCounts.of(counters, table),
                        RecordCounts::since,
                        Instant.EPOCH,
                        Clock.systemUTC());
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < THREADS; i++) {
            run(
                    givers,
                    running,
                    () -> {
                        counters.read(4);
                        counters.quarantined(1);
                        table.add(batch);
                    });
        }
        run(takers, taking, table::emit);
        for (int i = 0; i < ROUNDS; i++) {
            RecordCounts now = books.now();
            // each thread has one batch on its way at most, the emission all that is pending
            assertThat(now.inTransit()).as("%s", now).isNotNegative();
            assertThat(now.read()).isNotNegative();
            assertThat(now.forwarded()).isNotNegative();
            if (random.nextInt(3) == 0) {
                books.reset();
            }
        }
        rest();

        assertThat(books.now().inTransit()).as("%s", books.now()).isZero();
        books.reset();
        RecordCounts after = books.now();
        assertThat(after.read()).isEqualTo(after.pending());
        assertThat(after.forwarded() + after.superseded() + after.quarantined()).isZero();
        assertThat(counters.read()).as("for metrics").isGreaterThan(after.read());
    }

    @Test
    void theBooksOfADestinationStayEven() throws Exception {
        try (Spool spool = Spool.open("stamp", SpoolOptions.inMemory(100_000))) {
            Baseline<LineCounts> books =
                    new Baseline<>(
                            LineCounts.NONE,
                            () -> LineCounts.of(spool),
                            LineCounts::since,
                            Instant.EPOCH,
                            Clock.systemUTC());
            byte[] line = {'x', '\n'};
            run(givers, running, () -> append(spool, line));
            run(givers, running, () -> append(spool, line));
            run(takers, taking, () -> takeOne(spool));
            for (int i = 0; i < ROUNDS; i++) {
                LineCounts now = books.now();
                assertThat(now.recovered()).as("%s", now).isNotNegative();
                assertThat(now.confirmed()).isNotNegative();
                if (i % 3 == 0) {
                    books.reset();
                }
            }
            rest();

            LineCounts now = books.now();
            assertThat(now.recovered() + now.accepted())
                    .as("%s", now)
                    .isEqualTo(now.confirmed() + now.spooled() + now.dropped());
            books.reset();
            LineCounts after = books.now();
            assertThat(after.recovered()).isEqualTo(after.spooled());
            assertThat(after.accepted() + after.confirmed() + after.dropped()).isZero();
        }
    }

    private static void append(Spool spool, byte[] line) {
        try {
            spool.append(line.clone(), 1, 0, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void takeOne(Spool spool) {
        try {
            SpooledLines lines = spool.next(10);
            if (lines != null && spool.sent(lines)) {
                spool.confirm(lines.end(), spool.epoch());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
