package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.ParameterRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads integers that are fixed or depend on the packet. XTCE: IntegerValueType. */
final class IntegerValueReader {
    private static final List<String> KINDS =
            List.of("FixedValue", "DynamicValue", "DiscreteLookupList");
    private static final IntegerValue ZERO = new IntegerValue.Fixed(0);

    private IntegerValueReader() {}

    /** True where an element holds one. */
    static boolean isIn(Element owner) {
        return owner.all().stream().anyMatch(c -> KINDS.contains(c.name()));
    }

    /** The integer that stands in an element; it must, and a fixed one has a least value. */
    static IntegerValue read(Scope scope, Element owner, long min) {
        Element kind = scope.choice(owner, KINDS);
        if (kind == null) {
            scope.fail(
                    "MISSING_ELEMENT",
                    owner,
                    owner.name()
                            + " holds no number: FixedValue, DynamicValue or DiscreteLookupList");
            return ZERO;
        }
        return switch (kind.name()) {
            case "FixedValue" ->
                    new IntegerValue.Fixed(
                            scope.integer(
                                    kind,
                                    "the FixedValue of " + owner.name(),
                                    kind.text(),
                                    Math.max(min, 0),
                                    min,
                                    Long.MAX_VALUE));
            case "DynamicValue" -> dynamic(scope, kind);
            default -> lookup(scope, kind, min);
        };
    }

    private static IntegerValue dynamic(Scope scope, Element at) {
        Element ref = scope.requiredChild(at, "ParameterInstanceRef");
        if (ref == null) {
            return ZERO;
        }
        ParameterRef parameter = scope.references().instance(ref);
        Element adjustment = at.child("LinearAdjustment");
        return adjustment == null
                ? new IntegerValue.Dynamic(parameter, 1, 0)
                : new IntegerValue.Dynamic(
                        parameter,
                        finite(scope, adjustment, "slope", 1),
                        finite(scope, adjustment, "intercept", 0));
    }

    private static double finite(Scope scope, Element at, String attribute, double byDefault) {
        double value = scope.real(at, attribute, byDefault);
        if (!Double.isFinite(value)) {
            scope.invalid(at, attribute + " is not finite");
            return byDefault;
        }
        return value;
    }

    private static IntegerValue lookup(Scope scope, Element at, long min) {
        List<IntegerValue.Row> rows = new ArrayList<>();
        for (Element row : at.children("DiscreteLookup")) {
            rows.add(
                    new IntegerValue.Row(
                            scope.requiredInteger(row, "value", min, Long.MAX_VALUE),
                            CriteriaReader.read(scope, row)));
        }
        if (rows.isEmpty()) {
            scope.fail("MISSING_ELEMENT", at, "DiscreteLookupList holds no DiscreteLookup");
        }
        return new IntegerValue.Lookup(rows, Optional.empty());
    }
}
