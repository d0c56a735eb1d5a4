package io.tcsstamp.monitor.jmx;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Counts that can be set back for those who look at them, while what counts goes on. Thread-safe.
 *
 * @param <T> several counts of one moment, immutable
 */
final class Baseline<T> {
    private final Supplier<T> counts;
    private final BinaryOperator<T> difference;
    private final Clock clock;
    private T then;
    private Instant since;

    /**
     * Creates it; it counts from now on until it is reset.
     *
     * @param none what is subtracted at first
     * @param counts what is so now, since the start
     * @param difference of now and then
     */
    Baseline(T none, Supplier<T> counts, BinaryOperator<T> difference, Instant start, Clock clock) {
        this.then = none;
        this.counts = counts;
        this.difference = difference;
        this.since = start;
        this.clock = clock;
    }

    /** What came since the start or the last reset. */
    synchronized T now() {
        return difference.apply(counts.get(), then);
    }

    /** Counts from now on. */
    synchronized void reset() {
        then = counts.get();
        since = clock.instant();
    }

    /** When the start or the last reset was. */
    synchronized Instant since() {
        return since;
    }
}
