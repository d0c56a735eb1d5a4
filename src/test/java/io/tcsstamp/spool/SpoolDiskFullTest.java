package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.numbers;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: what is on it goes on, more goes through memory. */
@Timeout(60)
class SpoolDiskFullTest {
    private static final int BATCH = 500;

    @TempDir Path folder;

    @Test
    void linesGoThroughMemoryUntilThereIsRoom() throws Exception {
        Path file = folder.resolve("stamp.db");
        // no room for all of it in memory: what is on disk makes way there
        SpoolOptions options =
                new SpoolOptions(
                        file,
                        SpoolOptions.Synchronous.NORMAL,
                        1 << 30,
                        SpoolOptions.WhenFull.WAIT,
                        100_000);
        try (LogLines log = new LogLines(SpoolStore.class);
                Spool spool = Spool.open("stamp", options)) {
            spool.file().pragma("max_page_count = 40");
            int lines = 0;
            while (spool.status().trouble().isEmpty()) {
                append(spool, lines, BATCH);
                lines += BATCH;
            }
            int onDisk = lines - BATCH;
            assertThat(onDisk).isGreaterThan(20 * BATCH);
            assertThat(spool.status().trouble()).contains("disk is full", "make room");
            for (int i = 0; i < 10; i++) {
                append(spool, lines, BATCH);
                lines += BATCH;
            }
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("SEVERE stamp", "in memory only", "disk is full");
            assertThat(SpoolRestartTest.number(file, "SELECT sum(lines) FROM batch"))
                    .isEqualTo(onDisk);
            assertThat(spool.lines()).isEqualTo(lines);
            assertBooks(spool);

            SpooledLines first = send(spool);
            assertThat(numbers(first)).as("read back all the same").isEqualTo(range(0, BATCH));
            for (int i = 1; i < 20; i++) {
                first = send(spool);
            }
            // what is delivered makes room
            spool.confirm(first.end(), spool.epoch());
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> {
                                spool.rewind();
                                while (spool.hasUnsent()) {
                                    spool.next(1);
                                }
                                spool.next(1);
                                return spool.status().trouble().isEmpty();
                            });

            assertThat(SpoolRestartTest.number(file, "SELECT sum(lines) FROM batch"))
                    .isEqualTo(spool.lines())
                    .isEqualTo(lines - 20L * BATCH);
            assertThat(log.lines()).hasSize(2).last().asString().contains("INFO", "on disk again");
            assertBooks(spool);
            spool.rewind();
            assertThat(Lines.drain(spool)).isEqualTo(range(20L * BATCH, lines));
        }
    }

    @Test
    void whoeverAppendsWaitsWhenMemoryIsFullToo() throws Exception {
        SpoolOptions options =
                new SpoolOptions(
                        folder.resolve("stamp.db"),
                        SpoolOptions.Synchronous.NORMAL,
                        1 << 30,
                        SpoolOptions.WhenFull.DROP_OLDEST,
                        20_000);
        try (LogLines log = new LogLines(SpoolStore.class);
                Spool spool = Spool.open("stamp", options)) {
            spool.file().pragma("max_page_count = 20");
            Thread writer =
                    new Thread(
                            () -> {
                                try {
                                    for (int i = 0; i < 200; i++) {
                                        append(spool, (long) i * BATCH, BATCH);
                                    }
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            writer.start();
            await().until(
                            () ->
                                    writer.getState() == Thread.State.TIMED_WAITING
                                            && !spool.status().trouble().isEmpty());
            assertThat(spool.counters().dropped()).isZero();
            // it delivers what there is, and the writer goes on
            long expected = 0;
            while (expected < 200 * BATCH) {
                SpooledLines next = spool.next(Lines.SOON);
                assertThat(spool.sent(next)).isTrue();
                assertThat(numbers(next)).isEqualTo(range(expected, expected + BATCH));
                expected += BATCH;
                spool.confirm(next.end(), spool.epoch());
            }
            writer.join();
            assertThat(spool.counters().confirmed()).isEqualTo(200 * BATCH);
            assertThat(log.lines()).first().asString().contains("disk is full");
            assertThat(spool.counters().dropped()).isZero();
            assertBooks(spool);
        }
    }
}
