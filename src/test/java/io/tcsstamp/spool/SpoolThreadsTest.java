package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.numbers;
import static io.tcsstamp.spool.Lines.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads append while one takes out and another confirms. */
@Timeout(60)
class SpoolThreadsTest {
    private static final int WRITERS = 4;
    private static final int BATCHES = 250;

    @TempDir Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nothingIsLostOrMixedUp() throws Exception {
        SpoolOptions options =
                new SpoolOptions(
                        folder.resolve("spool.db"),
                        SpoolOptions.Synchronous.NORMAL,
                        1 << 30,
                        SpoolOptions.WhenFull.WAIT,
                        2000);
        try (Spool spool = Spool.open("stamp", options)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                long base = writer * 1_000_000L;
                writers.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < BATCHES; i++) {
                                        append(spool, base + 3 * i, 3);
                                    }
                                    return null;
                                }));
            }
            List<List<Long>> received = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                received.add(new ArrayList<>());
            }
            for (int taken = 0; taken < WRITERS * BATCHES; taken++) {
                SpooledLines next = Lines.send(spool);
                List<Long> numbers = numbers(next);
                received.get((int) (numbers.get(0) / 1_000_000)).addAll(numbers);
                threads.execute(() -> spool.confirm(next.end(), spool.epoch()));
            }

            for (Future<?> writer : writers) {
                writer.get(10, TimeUnit.SECONDS);
            }
            await().until(() -> spool.lines() == 0);
            for (int writer = 0; writer < WRITERS; writer++) {
                long base = writer * 1_000_000L;
                assertThat(received.get(writer)).isEqualTo(range(base, base + 3 * BATCHES));
            }
            assertThat(spool.counters().confirmed()).isEqualTo(3 * BATCHES * WRITERS);
            assertThat(spool.counters().resent()).isZero();
            assertBooks(spool);
        }
    }

    @Test
    void whoeverAppendsWaitsForRoomInMemory() throws Exception {
        try (Spool spool = Spool.open("stamp", SpoolOptions.inMemory(1000))) {
            append(spool, 0, 50);
            CompletableFuture<Void> more =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    append(spool, 50, 50);
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            threads);
            SpooledLines first = Lines.send(spool);
            await().during(300, TimeUnit.MILLISECONDS).until(() -> !more.isDone());
            assertThat(spool.counters().accepted()).isEqualTo(50);

            spool.confirm(first.end(), spool.epoch());

            more.get(10, TimeUnit.SECONDS);
            assertThat(Lines.drain(spool)).isEqualTo(range(50, 100));
        }
    }

    @Test
    void whatIsConfirmedWhileTheOldestLinesAreDroppedIsCountedOnce() throws Exception {
        SpoolOptions options =
                new SpoolOptions(
                        folder.resolve("spool.db"),
                        SpoolOptions.Synchronous.NORMAL,
                        1000,
                        SpoolOptions.WhenFull.DROP_OLDEST,
                        1);
        try (LogLines log = new LogLines(SpoolKeeper.class);
                Spool spool = Spool.open("stamp", options)) {
            Future<?> writer =
                    threads.submit(
                            () -> {
                                for (int i = 0; i < 20_000; i++) {
                                    append(spool, i, 1);
                                }
                                return null;
                            });
            while (!writer.isDone() || spool.hasUnsent()) {
                SpooledLines next = spool.next(10);
                if (next != null && spool.sent(next)) {
                    spool.confirm(next.end(), spool.epoch());
                }
            }
            writer.get();
            spool.confirm(Long.MAX_VALUE, spool.epoch());
            assertThat(spool.lines()).isZero();
            assertThat(spool.status().bytes()).isZero();
            assertThat(spool.counters().confirmed() + spool.counters().dropped()).isEqualTo(20_000);
            assertThat(log.lines()).allMatch(line -> line.contains("oldest lines are dropped"));
        }
    }

    @Test
    void aCloseEndsTheWaitForRoom() throws Exception {
        Spool spool = Spool.open("stamp", SpoolOptions.inMemory(1000));
        append(spool, 0, 50);
        Future<?> more =
                threads.submit(
                        () -> {
                            append(spool, 50, 50);
                            return null;
                        });
        await().during(100, TimeUnit.MILLISECONDS).until(() -> !more.isDone());

        spool.close();

        assertThat(more)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(spool.lines()).isEqualTo(50);
    }
}
