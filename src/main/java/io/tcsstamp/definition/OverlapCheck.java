package io.tcsstamp.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for entries of a container that stand on the same bits, as far as their places are the same
 * in every packet.
 *
 * <p>Not thread-safe.
 */
final class OverlapCheck {
    private final Definition definition;
    private final Consumer<Problem> problems;
    private final StaticLayout layout;

    OverlapCheck(Definition definition, Consumer<Problem> problems) {
        this.definition = definition;
        this.problems = problems;
        this.layout = new StaticLayout(definition);
    }

    /** Bits of an entry. */
    private record Bits(long from, long to, int entry) {}

    void check() {
        definition.containers().values().forEach(this::check);
    }

    private void check(Container container) {
        if (container.entries().stream().noneMatch(e -> e.placement().location().isPresent())) {
            return; // one behind the other
        }
        long[] offsets = layout.offsets(container);
        List<Bits> all = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            Entry entry = container.entries().get(i);
            long size = layout.size(entry);
            boolean once =
                    entry.placement().condition().isEmpty() && entry.placement().repeat().isEmpty();
            if (once && offsets[i] >= 0 && size > 0 && offsets[i] <= Long.MAX_VALUE - size) {
                all.add(new Bits(offsets[i], offsets[i] + size, i));
            }
        }
        all.sort(Comparator.comparingLong(Bits::from).thenComparingInt(Bits::entry));
        Bits furthest = null;
        for (Bits bits : all) {
            if (furthest != null && bits.from() < furthest.to()) {
                overlap(container, bits, furthest);
            }
            furthest = furthest == null || bits.to() > furthest.to() ? bits : furthest;
        }
    }

    private void overlap(Container container, Bits a, Bits b) {
        Bits later = a.entry() > b.entry() ? a : b;
        Bits earlier = later == a ? b : a;
        String at = container.qualifiedName() + "#" + later.entry();
        problems.accept(
                Problem.warning(
                        "OVERLAPPING_ENTRIES",
                        definition.location(at),
                        container.qualifiedName(),
                        "%s stands on bits %d to %d, of which %s has some too (%d to %d)"
                                .formatted(
                                        simple(container, later),
                                        later.from(),
                                        later.to() - 1,
                                        simple(container, earlier),
                                        earlier.from(),
                                        earlier.to() - 1)));
    }

    private static String simple(Container container, Bits bits) {
        String name = container.entries().get(bits.entry()).ref();
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
