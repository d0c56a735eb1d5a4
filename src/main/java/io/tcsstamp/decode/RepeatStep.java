package io.tcsstamp.decode;

import java.util.List;

/** Does steps as often as the packet says. XTCE: RepeatEntry. */
final class RepeatStep implements Step {
    private final Quantity count;
    private final Quantity gap;
    private final Steps steps;
    private final long weight;
    private final String field;

    /**
     * Creates a repetition.
     *
     * @param count how often
     * @param gap bits between the end of one and the start of the next; negative ones overlap
     * @param weight how many values the steps have at most, so that time is bounded
     * @param field the name of the entry, for messages
     */
    RepeatStep(Quantity count, Quantity gap, List<Step> steps, long weight, String field) {
        this.count = count;
        this.gap = gap;
        this.steps = new Steps(steps);
        this.weight = weight;
        this.field = field;
    }

    Quantity count() {
        return count;
    }

    Quantity gap() {
        return gap;
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
        int n = Sizes.count(count, values, field);
        for (int i = 0; i < n; i++) {
            values.spend(weight, field);
            if (i > 0) {
                pass(values);
            }
            steps.run(values);
        }
    }

    private void pass(PacketValues values) {
        long bits = gap.get(values, field);
        long target = values.position + bits;
        if (bits > values.bitLength || bits < -values.bitLength || target < 0) {
            throw Failures.size(
                    values, field, "the next one is " + bits + " bits away, outside of the packet");
        }
        if (target > values.bitLength) {
            throw Failures.tooShort(values, field, bits);
        }
        values.moveTo(target);
    }
}
