package io.tcsstamp.definition;

import io.tcsstamp.definition.Situation.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which of many siblings can have a situation in common, without comparing each with each:
 * most have a parameter with one value of their own, as the APID.
 *
 * <p>Not thread-safe.
 */
final class Siblings<T> {
    private final Function<T, List<Situation>> situations;
    private final Variable key;
    private final Map<BigDecimal, List<T>> byValue = new HashMap<>();
    private final List<T> others = new ArrayList<>();
    private final List<T> all = new ArrayList<>();

    /** Chooses the parameter that most siblings fix. */
    Siblings(List<T> siblings, Function<T, List<Situation>> situations) {
        this.situations = situations;
        Map<Variable, Integer> fixed = new LinkedHashMap<>();
        for (T one : siblings) {
            Set<Variable> variables = new LinkedHashSet<>();
            situations.apply(one).forEach(s -> variables.addAll(s.values().keySet()));
            for (Variable variable : variables) {
                if (values(one, variable) != null) {
                    fixed.merge(variable, 1, Integer::sum);
                }
            }
        }
        Variable best = null;
        for (Map.Entry<Variable, Integer> entry : fixed.entrySet()) {
            best = best == null || entry.getValue() > fixed.get(best) ? entry.getKey() : best;
        }
        key = best;
    }

    /** The values of a variable, null where it may have more than are written down. */
    private Set<BigDecimal> values(T one, Variable variable) {
        Set<BigDecimal> values = new HashSet<>();
        for (Situation situation : situations.apply(one)) {
            ValueSet set = situation.values().get(variable);
            BigDecimal only = set == null ? null : set.only();
            if (only == null) {
                return null;
            }
            values.add(only);
        }
        return values;
    }

    /** Those added so far that may have a situation in common with one. */
    Iterable<T> candidates(T one) {
        Set<BigDecimal> values = key == null ? null : values(one, key);
        if (values == null) {
            return all;
        }
        List<T> candidates = new ArrayList<>(others);
        values.forEach(value -> candidates.addAll(byValue.getOrDefault(value, List.of())));
        return candidates;
    }

    void add(T one) {
        Set<BigDecimal> values = key == null ? null : values(one, key);
        all.add(one);
        if (values == null) {
            others.add(one);
        } else {
            values.forEach(v -> byValue.computeIfAbsent(v, k -> new ArrayList<>()).add(one));
        }
    }
}
