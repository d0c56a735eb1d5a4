package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.List;

/** Makes one skip of several in a row whose sizes are fixed. */
final class SkipMerger {
    private SkipMerger() {}

    /** The same steps, with fewer skips. */
    static List<Step> merge(List<Step> steps) {
        List<Step> merged = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Step last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (step instanceof SkipStep skip
                    && last instanceof SkipStep before
                    && skip.fixedBits() >= 0
                    && before.fixedBits() >= 0
                    && skip.fixedBits() + before.fixedBits() >= 0) {
                long bits = before.fixedBits() + skip.fixedBits();
                merged.set(
                        merged.size() - 1, new SkipStep(new Quantity.Fixed(bits), before.first()));
            } else {
                merged.add(step);
            }
        }
        return merged;
    }
}
