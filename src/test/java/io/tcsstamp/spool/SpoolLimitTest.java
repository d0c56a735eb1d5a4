package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.drain;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a spool's file or memory has no more room. */
@Timeout(120)
class SpoolLimitTest {
    /** Bytes of a line of these tests. */
    private static final int LINE = 11;

    @TempDir Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private LogLines log;

    @BeforeEach
    void listen() {
        log = new LogLines(SpoolKeeper.class);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        log.close();
    }

    private Spool open(long maxLines, WhenFull whenFull, long memoryBytes) {
        return Spool.open(
                "stamp",
                new SpoolOptions(
                        folder.resolve("spool.db"),
                        SpoolOptions.Synchronous.NORMAL,
                        maxLines * LINE,
                        whenFull,
                        memoryBytes));
    }

    @Test
    void theOldestLinesMakeRoom() throws Exception {
        try (Spool spool = open(100, WhenFull.DROP_OLDEST, Lines.MEGABYTE)) {
            for (int i = 0; i < 10; i++) {
                append(spool, 10 * i, 10);
            }
            assertThat(spool.counters().dropped()).isZero();
            assertThat(spool.status().trouble()).isEmpty();

            append(spool, 100, 15);

            assertThat(spool.counters().dropped()).isEqualTo(20);
            assertThat(spool.lines()).isEqualTo(95);
            assertBooks(spool);
            assertThat(spool.status().trouble()).contains("limit", Integer.toString(100 * LINE));
            append(spool, 115, 10);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("SEVERE stamp", "spool.max-bytes", "oldest lines are dropped");
            assertThat(drain(spool)).isEqualTo(range(30, 125));
            assertThat(spool.status().trouble()).as("there is room again").isEmpty();
        }
        try (Spool spool = open(100, WhenFull.DROP_OLDEST, Lines.MEGABYTE)) {
            assertThat(spool.counters().recovered()).isZero();
        }
    }

    @Test
    void linesThatAreUnderWayAreDroppedToo() throws Exception {
        try (Spool spool = open(100, WhenFull.DROP_OLDEST, Lines.MEGABYTE)) {
            for (int i = 0; i < 10; i++) {
                append(spool, 10 * i, 10);
            }
            SpooledLines first = send(spool);
            send(spool);
            SpooledLines third = send(spool);

            append(spool, 100, 20);

            assertThat(spool.counters().dropped()).isEqualTo(20);
            spool.confirm(first.end(), spool.epoch());
            assertThat(spool.counters().confirmed()).as("they are counted once").isZero();
            spool.confirm(third.end(), spool.epoch());
            assertThat(spool.counters().confirmed()).isEqualTo(10);
            assertBooks(spool);
            spool.rewind();
            assertThat(drain(spool)).isEqualTo(range(30, 120));
            assertThat(spool.counters().confirmed()).isEqualTo(100);
            assertThat(spool.counters().resent()).isZero();
        }
    }

    @Test
    void aBatchThatWasDroppedWhileItWasOutDoesNotComeBack() throws Exception {
        try (Spool spool = open(10, WhenFull.DROP_OLDEST, Lines.MEGABYTE)) {
            append(spool, 0, 10);
            SpooledLines out = send(spool);
            append(spool, 10, 10);
            spool.untake(out);
            assertThat(drain(spool)).isEqualTo(range(10, 20));
            assertThat(spool.counters().dropped()).isEqualTo(10);
            assertThat(spool.counters().confirmed()).isEqualTo(10);
        }
    }

    @Test
    void whatIsConfirmedJustBeforeItIsDroppedIsNotDropped() {
        SpoolCounters counters = new SpoolCounters();
        SpoolQueue queue = new SpoolQueue(counters, Lines.MEGABYTE, 0);
        SpooledLines oldest = new SpooledLines(0, Lines.of(0, 10), 10, 0, 0, 0);
        queue.add(oldest, false, false);
        queue.take();
        queue.confirm(oldest.end(), queue.epoch());

        queue.drop(oldest);

        assertThat(counters.confirmed()).isEqualTo(10);
        assertThat(counters.dropped()).isZero();
        assertThat(queue.held()).isEqualTo(Amount.NONE);
    }

    @Test
    void aBatchThatIsLargerThanTheLimitPassesAlone() throws Exception {
        try (Spool spool = open(10, WhenFull.DROP_OLDEST, 1)) {
            append(spool, 0, 5);
            append(spool, 5, 50);
            assertThat(spool.counters().dropped()).isEqualTo(5);
            assertThat(drain(spool)).isEqualTo(range(5, 55));
        }
    }

    @Test
    void orWhoeverAppendsWaits() throws Exception {
        try (Spool spool = open(100, WhenFull.WAIT, Lines.MEGABYTE)) {
            append(spool, 0, 50);
            append(spool, 50, 50);
            Future<?> more =
                    threads.submit(
                            () -> {
                                append(spool, 100, 10);
                                return null;
                            });
            await().until(() -> !log.lines().isEmpty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("SEVERE stamp", "spool.max-bytes", "nothing more is read");
            SpooledLines first = send(spool);
            await().during(300, TimeUnit.MILLISECONDS).until(() -> !more.isDone());
            assertThat(spool.counters().dropped()).isZero();

            spool.confirm(first.end(), spool.epoch());

            more.get(10, TimeUnit.SECONDS);
            assertThat(drain(spool)).isEqualTo(range(50, 110));
            assertThat(log.lines()).hasSize(1);
            assertThat(spool.counters().dropped()).isZero();
        }
    }

    @Test
    void aLongBacklogIsReadBackInOrderWithLittleMemory() throws Exception {
        int lines = 300_000;
        try (Spool spool = open(1 << 30, WhenFull.WAIT, 100_000)) {
            for (int i = 0; i < lines; i += 300) {
                append(spool, i, 300);
            }
            assertThat(spool.lines()).isEqualTo(lines);
            Runtime runtime = Runtime.getRuntime();
            runtime.gc();
            long used = runtime.totalMemory() - runtime.freeMemory();
            assertThat(used).as("bytes in use").isLessThan(Lines.MEGABYTE * 200);

            long expected = 0;
            while (spool.hasUnsent()) {
                SpooledLines next = send(spool);
                assertThat(Lines.numbers(next)).isEqualTo(range(expected, expected + 300));
                expected += 300;
                spool.confirm(next.end(), spool.epoch());
            }
            assertThat(expected).isEqualTo(lines);
            assertThat(spool.counters().confirmed()).isEqualTo(lines);
        }
    }

    @Test
    void whatIsInMemoryIsBounded() {
        SpoolMemory memory = new SpoolMemory(1000);
        assertThat(memory.hasRoom(5000)).as("at least one").isTrue();
        SpooledLines first = new SpooledLines(0, Lines.of(0, 40), 40, 0, 0, 0);
        memory.add(first);
        assertThat(first.footprint()).isGreaterThan(440);
        assertThat(memory.hasRoom(1000 - first.footprint())).isTrue();
        assertThat(memory.hasRoom(1001 - first.footprint())).isFalse();
        SpooledLines second = new SpooledLines(440, Lines.of(40, 10), 10, 0, 0, 0);
        memory.add(second);

        assertThat(memory.at(0)).isEqualTo(first);
        assertThat(Lines.numbers(memory.at(33))).isEqualTo(range(3, 40));
        assertThat(memory.at(440)).isEqualTo(second);
        assertThat(memory.at(550)).isNull();
        assertThat(memory.from(11)).containsExactly(first, second);
        assertThat(memory.from(440)).containsExactly(second);
        memory.removeUntil(439);
        assertThat(memory.start(-1)).isZero();
        memory.removeUntil(440);
        assertThat(memory.start(-1)).isEqualTo(440);
        assertThat(memory.at(0)).isNull();
        memory.removeUntil(550);
        assertThat(memory.start(-1)).isEqualTo(-1);
        assertThat(memory.hasRoom(1000)).isTrue();
    }
}
