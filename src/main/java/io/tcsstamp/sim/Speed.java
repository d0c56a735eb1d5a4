package io.tcsstamp.sim;

import java.util.concurrent.locks.LockSupport;

/**
 * How fast blocks are sent: a factor on the instrument's one block per second, or as fast as TCP
 * takes them. Immutable and thread-safe.
 *
 * @param factor blocks per second, {@value #MIN} to {@value #MAX}, or 0 for no limit
 */
public record Speed(double factor) {
    /** The slowest, in blocks per second. */
    public static final double MIN = 0.001;

    /** The fastest that is paced, in blocks per second. */
    public static final double MAX = 1_000_000;

    /** One block per second, as the instrument does. */
    public static final Speed REAL = new Speed(1);

    /** Back to back. */
    public static final Speed UNLIMITED = new Speed(0);

    /** What a caller who was late may make up for by sending faster. */
    private static final long MAX_LAG_NANOS = 100_000_000;

    /**
     * Checks the factor.
     *
     * @throws IllegalArgumentException if the factor is neither 0 nor within the range
     */
    public Speed {
        if (factor != 0 && !(factor >= MIN && factor <= MAX)) {
            throw new IllegalArgumentException(
                    "the speed must be max, 0 (the same) or a factor from 0.001 to 1000000");
        }
    }

    /**
     * Reads a speed.
     *
     * @param text {@code max} or a number
     * @throws IllegalArgumentException if it is neither, or out of range
     */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return UNLIMITED;
        }
        try {
            return new Speed(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return new Speed(Double.NaN);
        }
    }

    /** True if nothing is waited for between blocks. */
    public boolean unlimited() {
        return factor == 0;
    }

    /** The time between two blocks in nanoseconds, 0 without a limit. */
    long periodNanos() {
        return unlimited() ? 0 : Math.round(1e9 / factor);
    }

    /** Starts to count time for one connection. */
    Ticker start() {
        return new Ticker(periodNanos());
    }

    /** Waits from block to block without drifting. For one thread. */
    static final class Ticker {
        private final long period;
        private long next = System.nanoTime();

        private Ticker(long period) {
            this.period = period;
        }

        /** Waits until one period after the time for which it waited before. */
        void await() throws InterruptedException {
            if (period == 0) {
                return;
            }
            next += period;
            long now = System.nanoTime();
            if (now - next > MAX_LAG_NANOS) {
                next = now;
            }
            while (next - now > 0) {
                LockSupport.parkNanos(next - now);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                now = System.nanoTime();
            }
        }
    }
}
