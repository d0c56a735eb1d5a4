package io.tcsstamp.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/**
 * Gives a target input after input, each made from a seed of its own, and watches time and memory.
 *
 * <p>{@code -Dfuzz.inputs=N} is how many inputs each target gets; {@code -Dfuzz.seed=N} is the seed
 * of the first, which is printed: with {@code -Dfuzz.inputs=1} it repeats one input.
 */
final class Fuzz {
    private static final int QUICK_INPUTS = 7_000;
    private static final long LONGEST_MILLIS = 5_000;
    private static final int BYTES_SHOWN = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FuzzTarget target;
    private final long firstSeed;
    private final long longestMillis;
    private volatile long seed;
    private volatile byte[] input = {};
    private volatile long started;
    private volatile Throwable failure;

    /**
     * @param longestMillis how long one input may take
     */
    Fuzz(FuzzTarget target, long firstSeed, long longestMillis) {
        this.target = target;
        this.firstSeed = firstSeed;
        this.longestMillis = longestMillis;
    }

    /** Runs all inputs; fails with the seed and the bytes of the first that is wrong. */
    static void run(FuzzTarget target) throws InterruptedException {
        new Fuzz(target, Long.getLong("fuzz.seed", System.nanoTime()), LONGEST_MILLIS)
                .run(Long.getLong("fuzz.inputs", QUICK_INPUTS));
    }

    void run(long inputs) throws InterruptedException {
        String name = target.getClass().getSimpleName();
        System.out.println(name + ": " + inputs + " inputs from -Dfuzz.seed=" + firstSeed);
        long begin = System.nanoTime();
        started = begin;
        Thread worker = new Thread(() -> work(inputs), "fuzz " + name);
        worker.setDaemon(true);
        worker.start();
        while (worker.isAlive()) {
            worker.join(100);
            long millis = (System.nanoTime() - started) / 1_000_000;
            if (worker.isAlive() && millis > longestMillis) {
                AssertionError hang = new AssertionError("read for " + millis + " ms");
                hang.setStackTrace(worker.getStackTrace());
                failure = hang;
                break;
            }
        }
        if (failure != null) {
            throw new AssertionError(
                    name
                            + " failed with -Dfuzz.seed="
                            + seed
                            + " -Dfuzz.inputs=1, "
                            + input.length
                            + " bytes: "
                            + HexFormat.of()
                                    .formatHex(
                                            Arrays.copyOf(
                                                    input, Math.min(input.length, BYTES_SHOWN))),
                    failure);
        }
        System.out.println(name + ": " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private void work(long inputs) {
        try {
            for (long i = 0; i < inputs; i++) {
                one(firstSeed + i);
            }
        } catch (Throwable wrong) {
            // what is not an Exception counts too: no memory, an endless recursion
            failure = wrong;
        }
    }

    private void one(long nextSeed) throws Exception {
        seed = nextSeed;
        Random random = new Random(nextSeed);
        input = target.input(random);
        started = System.nanoTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        target.check(input.clone(), random);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > target.mostAllocated(input.length)) {
            throw new AssertionError(allocated + " bytes were allocated");
        }
    }
}
