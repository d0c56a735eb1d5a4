package io.tcsstamp.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Comparisons that hold together, as the values that are left for each parameter.
 *
 * <p>Immutable and thread-safe.
 *
 * @param values by parameter
 * @param exact false where something was left out, so that the situation may not be possible
 */
record Situation(Map<Variable, ValueSet> values, boolean exact) {
    /** No comparison. */
    static final Situation ANY = new Situation(Map.of(), true);

    /** What could not be understood. */
    static final Situation UNKNOWN = new Situation(Map.of(), false);

    /** The value of a parameter. */
    record Variable(String ref, String path, boolean calibrated) {
        @Override
        public String toString() {
            return ref.substring(ref.lastIndexOf('/') + 1) + path + (calibrated ? "" : " (raw)");
        }
    }

    static Situation of(Variable variable, ValueSet values) {
        return new Situation(Map.of(variable, values), true);
    }

    /** Both at once; null where that is impossible. */
    Situation and(Situation other) {
        Map<Variable, ValueSet> both = new LinkedHashMap<>(values);
        other.values.forEach((variable, set) -> both.merge(variable, set, ValueSet::and));
        return both.values().stream().anyMatch(ValueSet::isEmpty)
                ? null
                : new Situation(both, exact && other.exact);
    }

    /** As {@code A = 5, B < 3}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
