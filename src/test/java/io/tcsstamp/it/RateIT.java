package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Emission by the clock: {@code --rate 1}. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateIT {
    private static final Duration TWO_AND_A_HALF_INTERVALS = Duration.ofMillis(2500);

    @RegisterExtension final Rig rig = new Rig();

    private FakeTcs tcs;
    private FakeStamp stamp;

    private void startBridge(String... options) throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--rate", "1", "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint()));
        rig.start(all.toArray(String[]::new));
    }

    @Test
    void aBatchPerSecondHoldsTheLatestOfEachName() throws Exception {
        startBridge();
        int blocks = 30;
        tcs.awaitConnection();

        long start = System.nanoTime();
        sendEvery(100, blocks);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stamp.lines().containsAll(Blocks.lines(blocks - 1)));

        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        List<String> lines = stamp.lines();
        assertThat(lines.size() % Blocks.LINES).as("batches are complete").isZero();
        assertThat((long) lines.size() / Blocks.LINES)
                .as("batches in %d seconds", seconds)
                .isBetween(2L, seconds + 2);
        assertThat(Blocks.lines(0, blocks)).as("in order").containsSubsequence(lines);
        assertThat(gapsMillis()).as("gaps between batches in ms").allMatch(gap -> gap > 250);
    }

    private void sendEvery(long millis, int blocks) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            AtomicInteger next = new AtomicInteger();
            Future<?> sending =
                    clock.scheduleAtFixedRate(
                            () -> tcs.send(Blocks.block(next.getAndIncrement())),
                            0,
                            millis,
                            TimeUnit.MILLISECONDS);
            await().atMost(Duration.ofSeconds(20)).until(() -> next.get() >= blocks);
            sending.cancel(false);
            clock.shutdown();
            assertThat(clock.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            clock.shutdownNow();
        }
    }

    private List<Long> gapsMillis() {
        List<Long> arrivals = stamp.received().get(0).arrivals();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < arrivals.size(); i++) {
            gaps.add((arrivals.get(i) - arrivals.get(i - 1)) / 1_000_000);
        }
        return gaps;
    }

    @Test
    void anIntervalWithoutANewSampleEmitsNothing() throws Exception {
        startBridge();
        tcs.send(Blocks.block(1));
        stamp.awaitLines(Blocks.LINES);

        assertNothingMoreComes(Blocks.LINES);
    }

    @Test
    void withNoClearToo() throws Exception {
        startBridge("--no-clear");
        tcs.send(Blocks.block(1));
        stamp.awaitLines(Blocks.LINES);
        assertNothingMoreComes(Blocks.LINES);

        tcs.send(Blocks.records("2026/03/01 10:01:00.0 UTC\tcounter\tnew"));
        List<String> lines = stamp.awaitLines(2 * Blocks.LINES);

        List<String> repeated = Blocks.lines(1).subList(0, 2);
        assertThat(lines.subList(Blocks.LINES, 2 * Blocks.LINES))
                .containsExactly(
                        repeated.get(0),
                        repeated.get(1),
                        "01.03.2026 10:01:00\tcounter\t0000\tnew");
        assertNothingMoreComes(2 * Blocks.LINES);
    }

    private void assertNothingMoreComes(int lines) {
        await().during(TWO_AND_A_HALF_INTERVALS)
                .atMost(TWO_AND_A_HALF_INTERVALS.plusSeconds(5))
                .until(() -> stamp.lineCount() == lines);
    }
}
