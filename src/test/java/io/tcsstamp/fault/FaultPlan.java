package io.tcsstamp.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * How a STAMP behaves in one connection. Immutable.
 *
 * @param acceptMillis how long the connection waits until it is accepted
 * @param pace how it reads
 * @param bytes how much it reads; less where nothing more comes
 * @param stallMillis how long it reads nothing after that
 * @param ending what it does then
 */
record FaultPlan(int acceptMillis, Pace pace, long bytes, int stallMillis, Ending ending) {
    /** How a STAMP reads. */
    enum Pace {
        FULL_SPEED,
        SLOW,
        BURSTS,
        /** Waits once on the way, without reading. */
        PAUSE
    }

    /** How a STAMP ends a connection. */
    enum Ending {
        /** Closes; the kernel makes a reset of it where something is unread. */
        CLOSE,
        /** Resets, with everything read or not. */
        RESET,
        /** Says that it sends no more, and reads on until the other end closes. */
        HALF_CLOSE,
        /** Goes down before it has accepted the connection. */
        NOT_ACCEPTED
    }

    /** Reads all, until it is told to end. */
    static final FaultPlan PATIENT =
            new FaultPlan(0, Pace.FULL_SPEED, Long.MAX_VALUE, 0, Ending.CLOSE);

    /** Accepts and closes at once. */
    static final FaultPlan REPELLENT = new FaultPlan(0, Pace.FULL_SPEED, 0, 0, Ending.CLOSE);

    /** That many plans of all kinds; each reads less than {@code most} bytes. */
    static Iterator<FaultPlan> random(Random random, int count, long most) {
        List<FaultPlan> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plans.add(random(random, most));
        }
        return plans.iterator();
    }

    private static FaultPlan random(Random random, long most) {
        Pace pace = one(random, Pace.values());
        // rather little, so that there is mostly something left
        double part = random.nextDouble() * random.nextDouble();
        long bytes = (long) (part * most);
        if (pace == Pace.SLOW) {
            // or it would take for ever
            bytes = Math.min(bytes, random.nextInt(400_000));
        }
        return new FaultPlan(
                random.nextInt(4) == 0 ? random.nextInt(60) : 0,
                pace,
                bytes,
                // long enough mostly for the bridge not to take it for one that always closes at
                // once
                random.nextInt(4) > 0 ? 220 + random.nextInt(100) : 0,
                // most of them as a process ends
                random.nextInt(3) > 0 ? Ending.CLOSE : one(random, Ending.values()));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
