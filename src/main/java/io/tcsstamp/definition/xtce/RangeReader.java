package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.ValidRange;
import java.util.List;
import java.util.Optional;

/** Reads ranges of numbers. XTCE: ValidRange, ValidRangeSet (1.1), FloatRangeType. */
final class RangeReader {
    private RangeReader() {}

    /** The valid values of a type. */
    static Optional<ValidRange> validRange(Scope scope, Element type) {
        Element set = type.child("ValidRangeSet");
        Element range = set == null ? type.child("ValidRange") : only(scope, set);
        if (range == null) {
            return Optional.empty();
        }
        boolean calibrated = scope.flag(range, "validRangeAppliesToCalibrated", true);
        if (set != null) {
            calibrated &= scope.flag(set, "validRangeAppliesToCalibrated", true);
        }
        return Optional.of(new ValidRange(range(scope, range), calibrated));
    }

    private static Element only(Scope scope, Element set) {
        List<Element> ranges = set.children("ValidRange");
        if (ranges.size() > 1) {
            scope.unsupported(ranges.get(1), "more than one ValidRange is not supported");
            ranges.subList(1, ranges.size()).forEach(Element::settle);
        }
        return ranges.isEmpty() ? null : ranges.get(0);
    }

    /** A range by its ends, either of which may be open. */
    static Range range(Scope scope, Element at) {
        boolean minExclusive = at.attribute("minExclusive") != null;
        boolean maxExclusive = at.attribute("maxExclusive") != null;
        if (minExclusive && at.attribute("minInclusive") != null
                || maxExclusive && at.attribute("maxInclusive") != null) {
            scope.invalid(at, at.name() + " has an end that is both inclusive and exclusive");
        }
        double min =
                scope.real(
                        at,
                        minExclusive ? "minExclusive" : "minInclusive",
                        Double.NEGATIVE_INFINITY);
        double max =
                scope.real(
                        at,
                        maxExclusive ? "maxExclusive" : "maxInclusive",
                        Double.POSITIVE_INFINITY);
        if (min > max) {
            scope.invalid(at, at.name() + " is empty: " + min + " is more than " + max);
        }
        return new Range(min, minExclusive, max, maxExclusive);
    }
}
