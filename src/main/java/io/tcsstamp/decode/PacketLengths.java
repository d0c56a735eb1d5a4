package io.tcsstamp.decode;

import java.util.IdentityHashMap;
import java.util.Map;

/** How long a packet must be at least to be decoded, by container. */
final class PacketLengths {
    private final Map<ContainerPlan, Long> bits = new IdentityHashMap<>();

    /**
     * The bytes that a packet must have so that a container, or one that inherits from it, can be
     * decoded to its end.
     *
     * @param start the bit offset of the container's own part, always the same for it
     */
    int least(ContainerPlan plan, int start) {
        return (int) (Math.min(leastBits(plan, start), 1L << 31) + 7 >> 3);
    }

    private long leastBits(ContainerPlan plan, long start) {
        Long known = bits.get(plan);
        if (known != null) {
            return known;
        }
        long end = start;
        boolean fixed = true;
        for (Step step : plan.steps()) {
            fixed = step.fixedBits() >= 0;
            if (!fixed) {
                break;
            }
            end += step.fixedBits();
        }
        long least = end;
        if (fixed && plan.container().isAbstract() && !plan.branches().isEmpty()) {
            least = Long.MAX_VALUE;
            for (ContainerPlan.Branch branch : plan.branches()) {
                least = Math.min(least, leastBits(branch.plan(), end));
            }
        }
        bits.put(plan, least);
        return least;
    }
}
