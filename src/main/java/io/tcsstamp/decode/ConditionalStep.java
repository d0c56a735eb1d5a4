package io.tcsstamp.decode;

import java.util.List;

/** Does steps only where a condition holds. XTCE: IncludeCondition. */
final class ConditionalStep implements Step {
    private final Criterion criterion;
    private final Steps steps;

    ConditionalStep(Criterion criterion, List<Step> steps) {
        this.criterion = criterion;
        this.steps = new Steps(steps);
    }

    Criterion criterion() {
        return criterion;
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
        if (criterion.test(values)) {
            steps.run(values);
        }
    }
}
