package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.List;

/** Makes one skip of several in a row whose sizes are fixed. */
final class SkipMerger {
    private SkipMerger() {}

    /** The same steps, with fewer skips. */
    static List<Step> merge(List<Step> steps) {
        List<Step> merged = new ArrayList<>(steps.size());
        List<SkipStep> skips = new ArrayList<>();
        long bits = 0;
        for (Step step : steps) {
            if (step instanceof SkipStep skip
                    && skip.fixedBits() >= 0
                    && bits + skip.fixedBits() >= 0) {
                skips.add(skip);
                bits += skip.fixedBits();
            } else {
                end(skips, bits, merged);
                bits = 0;
                merged.add(step);
            }
        }
        end(skips, bits, merged);
        return merged;
    }

    private static void end(List<SkipStep> skips, long bits, List<Step> merged) {
        if (skips.size() == 1) {
            merged.add(skips.get(0));
        } else if (!skips.isEmpty()) {
            merged.add(new SkipStep(new Quantity.Fixed(bits), skips.get(0).first(), skips));
        }
        skips.clear();
    }
}
