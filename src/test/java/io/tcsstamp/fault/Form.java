package io.tcsstamp.fault;

import java.util.Random;

/** Whether a run is quick or long, and its seed. */
final class Form {
    /** True in the long form. */
    static final boolean LONG = Boolean.getBoolean("fault.long");

    private Form() {}

    static int of(int quick, int otherwise) {
        return LONG ? otherwise : quick;
    }

    /** Random numbers by {@code -Dfault.seed}, or others in each run; says which. */
    static Random random(String what) {
        long seed = Long.getLong("fault.seed", System.nanoTime());
        say("%s: repeat it by -Dfault.seed=%d", what, seed);
        return new Random(seed);
    }

    /** Prints a result. */
    static void say(String format, Object... values) {
        System.out.println("fault: " + format.formatted(values));
    }
}
