package io.tcsstamp.bench;

import java.util.SplittableRandom;

/**
 * A noisy reading that stays near where it started: scaled integers, so that every printed digit is
 * exact. Not thread-safe.
 */
final class Walk {
    private static final int NOISE = 500;

    private final long start;

    Walk(double start, int decimals) {
        this.start = Math.round(start * Math.pow(10, decimals));
    }

    long step(SplittableRandom random) {
        // A reading that cannot be negative (a voltage, a share of a disk) does not become so by
        // noise.
        long noise = Math.min(NOISE, Math.abs(start) / 20 + 3);
        return start + random.nextLong(-noise, noise + 1);
    }
}
