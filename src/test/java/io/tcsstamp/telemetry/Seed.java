package io.tcsstamp.telemetry;

import java.util.Random;

/** Runs a random test so that a failure names the seed that repeats it. */
public final class Seed {
    private Seed() {}

    /** One round with its own random numbers. */
    @FunctionalInterface
    public interface Round {
        void run(Random random) throws Exception;
    }

    /** Runs that many rounds, the first with the seed of {@code -Dtest.seed} where that is set. */
    public static void rounds(int count, Round round) {
        long first = Long.getLong("test.seed", System.nanoTime());
        System.out.println("random rounds from -Dtest.seed=" + first);
        for (int i = 0; i < count; i++) {
            long seed = first + i;
            try {
                round.run(new Random(seed));
            } catch (Exception | AssertionError failure) {
                throw new AssertionError(
                        "failed with seed " + seed + ", repeat it by -Dtest.seed=" + seed, failure);
            }
        }
    }
}
