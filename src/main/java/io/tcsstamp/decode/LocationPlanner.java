package io.tcsstamp.decode;

import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Location;
import io.tcsstamp.definition.Entry.Reference;
import java.util.List;

/**
 * Where entries start. A place that counts forward (from the start of the container or the end of
 * the previous entry) is the start of the entry, one that counts backward (from the end of the
 * container or the start of the next entry) is the end of the entry: XTCE, ReferenceLocationType.
 */
final class LocationPlanner {
    private static final Quantity ZERO = new Quantity.Fixed(0);

    private final QuantityPlanner quantities;
    private final PlanProblems problems;

    LocationPlanner(QuantityPlanner quantities, PlanProblems problems) {
        this.quantities = quantities;
        this.problems = problems;
    }

    /**
     * The steps that go where an entry starts.
     *
     * @param location of the entry
     * @param bits that the entry takes, or {@link Step#VARIABLE}
     * @param next the entry behind it, null for none
     * @param nextBits that the next entry takes, or {@link Step#VARIABLE}
     */
    List<Step> plan(
            Location location, long bits, Entry next, long nextBits, String name, String where) {
        Quantity offset = quantities.plan(location.offset(), where);
        switch (location.reference()) {
            case CONTAINER_START:
                return List.of(new LocateStep(Reference.CONTAINER_START, offset, name));
            case CONTAINER_END:
                return fromEnd(offset, bits, name, where);
            case PREVIOUS_ENTRY:
                return offset instanceof Quantity.Fixed fixed && fixed.value() >= 0
                        ? fixed.value() == 0 ? List.of() : List.of(new SkipStep(offset, name))
                        : List.of(new LocateStep(Reference.PREVIOUS_ENTRY, offset, name));
            default:
                return beforeNext(offset, bits, next, nextBits, name, where);
        }
    }

    private List<Step> fromEnd(Quantity offset, long bits, String name, String where) {
        if (bits < 0) {
            problems.add(
                    where,
                    "%s is placed by its end, so it must have a fixed size; place it by its start"
                            .formatted(name));
            return List.of();
        }
        Quantity back = new Difference(offset, ZERO, -bits);
        return List.of(new LocateStep(Reference.CONTAINER_END, back, name));
    }

    private List<Step> beforeNext(
            Quantity offset, long bits, Entry next, long nextBits, String name, String where) {
        Location anchor = next == null ? null : next.placement().location().orElse(null);
        if (bits >= 0 && anchor != null) {
            Quantity place = quantities.plan(anchor.offset(), where);
            if (anchor.reference() == Reference.CONTAINER_START) {
                Quantity start = new Difference(place, offset, bits);
                return List.of(new LocateStep(Reference.CONTAINER_START, start, name));
            }
            if (anchor.reference() == Reference.CONTAINER_END && nextBits >= 0) {
                // back from the end: the next entry, its place, this offset and this entry
                Quantity before = new Difference(ZERO, offset, bits + nextBits);
                Quantity back = new Difference(place, before, 0);
                return List.of(new LocateStep(Reference.CONTAINER_END, back, name));
            }
        }
        problems.add(
                where,
                "%s is placed before the next entry: for that it must have a fixed size, and the"
                                .formatted(name)
                        + " next entry must be placed from the start or the end of the container;"
                        + " place it from the previous entry or the start of the container");
        return List.of();
    }
}
