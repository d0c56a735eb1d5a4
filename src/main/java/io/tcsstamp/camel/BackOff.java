package io.tcsstamp.camel;

/**
 * How long to wait before the next attempt to connect: nothing at first, then from a quarter of a
 * second doubled up to ten seconds. Thread-safe.
 */
final class BackOff {
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 10_000;

    private int failures;

    synchronized void failed() {
        failures++;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized long delayMillis() {
        if (failures == 0) {
            return 0;
        }
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 16));
    }
}
