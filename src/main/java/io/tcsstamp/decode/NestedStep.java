package io.tcsstamp.decode;

import java.util.List;

/**
 * Does the steps of a referred container where it matters that it is one: something in it is placed
 * from its start, or its size is stated.
 */
final class NestedStep implements Step {
    private final Steps steps;
    private final Quantity size;
    private final String container;

    /**
     * Creates the step.
     *
     * @param size of the container in bits, null where its entries say it
     * @param container its name, for messages
     */
    NestedStep(List<Step> steps, Quantity size, String container) {
        this.steps = new Steps(steps);
        this.size = size;
        this.container = container;
    }

    List<Step> steps() {
        return steps.list();
    }

    @Override
    public long fixedBits() {
        return VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        long outerStart = values.containerStart;
        long outerEnd = values.containerEnd;
        long outerFurthest = values.furthest;
        long start = values.position;
        values.containerStart = start;
        if (size instanceof Quantity.Fixed fixed) {
            values.containerEnd = end(values, start, fixed.value());
        }
        values.furthest = start;
        steps.run(values);
        if (size != null) {
            EndStep.goToEnd(values, start, size, container);
        }
        values.containerStart = outerStart;
        values.containerEnd = outerEnd;
        values.furthest = Math.max(outerFurthest, values.furthest);
    }

    private long end(PacketValues values, long start, long bits) {
        if (bits < 0 || bits > values.bitLength - start) {
            throw bits < 0
                    ? Failures.size(values, container, "its size is negative: " + bits + " bits")
                    : Failures.tooShort(values, container, bits);
        }
        return start + bits;
    }
}
