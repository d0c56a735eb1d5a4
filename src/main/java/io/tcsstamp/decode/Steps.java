package io.tcsstamp.decode;

import java.util.List;

/** Steps in a row, as an array that is fast to walk. */
final class Steps {
    private final Step[] steps;

    Steps(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    List<Step> list() {
        return List.of(steps);
    }

    void run(PacketValues values) {
        for (Step step : steps) {
            step.run(values);
        }
    }

    /** Does steps, for generated code. */
    static void run(Step[] steps, PacketValues values) {
        for (Step step : steps) {
            step.run(values);
        }
    }

    /** The bits they take together, or {@link Step#VARIABLE}. */
    static long fixedBits(List<Step> steps) {
        long sum = 0;
        for (Step step : steps) {
            long bits = step.fixedBits();
            if (bits < 0 || sum + bits < 0) {
                return Step.VARIABLE;
            }
            sum += bits;
        }
        return sum;
    }
}
