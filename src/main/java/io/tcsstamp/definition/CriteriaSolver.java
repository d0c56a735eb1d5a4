package io.tcsstamp.definition;

import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.Situation.Variable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the situations in which criteria hold. What it cannot follow (comparisons of two
 * parameters, of bytes, of values that are decoded twice) makes a situation inexact.
 *
 * <p>Not thread-safe.
 */
final class CriteriaSolver {
    private static final int MAX_SITUATIONS = 128;

    private final Definition definition;
    private final Map<String, BigDecimal> texts = new HashMap<>();

    /** How a set of one text is told, by how it is told as a number. */
    private final Map<String, String> words = new HashMap<>();

    CriteriaSolver(Definition definition) {
        this.definition = definition;
    }

    /**
     * The situations in which criteria hold within others; none if they never do.
     *
     * @param unsteady parameters that have more than one value in a packet
     */
    List<Situation> solve(MatchCriteria criteria, List<Situation> within, Set<String> unsteady) {
        return product(within, situations(criteria, unsteady));
    }

    private List<Situation> situations(MatchCriteria criteria, Set<String> unsteady) {
        if (criteria instanceof MatchCriteria.And and) {
            List<Situation> all = List.of(Situation.ANY);
            for (MatchCriteria one : and.all()) {
                all = product(all, situations(one, unsteady));
            }
            return all;
        }
        if (criteria instanceof MatchCriteria.Or or) {
            List<Situation> all = new ArrayList<>();
            or.any().forEach(one -> all.addAll(situations(one, unsteady)));
            return all.size() > MAX_SITUATIONS ? List.of(Situation.UNKNOWN) : all;
        }
        if (criteria instanceof MatchCriteria.Comparison comparison
                && !unsteady.contains(comparison.left().ref())) {
            Situation one = situation(comparison);
            return one.values().values().stream().anyMatch(ValueSet::isEmpty)
                    ? List.of()
                    : List.of(one);
        }
        return List.of(Situation.UNKNOWN);
    }

    private static List<Situation> product(List<Situation> a, List<Situation> b) {
        if ((long) a.size() * b.size() > MAX_SITUATIONS * 8L) {
            return List.of(Situation.UNKNOWN);
        }
        List<Situation> all = new ArrayList<>();
        for (Situation one : a) {
            for (Situation other : b) {
                Situation both = one.and(other);
                if (both != null) {
                    all.add(both);
                }
            }
        }
        return all.size() > MAX_SITUATIONS ? List.of(Situation.UNKNOWN) : all;
    }

    private Situation situation(MatchCriteria.Comparison comparison) {
        ParameterRef left = comparison.left();
        Parameter parameter = definition.parameters().get(left.ref());
        ParameterType type = parameter == null ? null : definition.type(parameter);
        if (!left.path().isEmpty() || !(type instanceof ParameterType.Scalar scalar)) {
            return Situation.UNKNOWN;
        }
        DataEncoding encoding = scalar.encoding();
        boolean plain = isPlain(scalar);
        Variable variable = new Variable(left.ref(), "", left.calibrated() || plain);
        Operator operator = comparison.operator();
        if (variable.calibrated() && type instanceof ParameterType.OfEnumeration enumeration) {
            return label(variable, operator, comparison.literal(), enumeration);
        }
        boolean text = variable.calibrated() && type instanceof ParameterType.OfString;
        if (text && (operator == Operator.EQ || operator == Operator.NE)) {
            return Situation.of(
                    variable, ValueSet.NUMBERS.where(operator, text(comparison.literal())));
        }
        boolean number =
                !variable.calibrated()
                        || type instanceof ParameterType.OfInteger
                        || type instanceof ParameterType.OfFloat;
        BigDecimal value = number ? ValueSet.number(comparison.literal()) : null;
        ValueSet all = variable.calibrated() && !plain ? ValueSet.NUMBERS : numbers(encoding);
        return value == null || all == null
                ? Situation.UNKNOWN
                : Situation.of(variable, all.where(operator, value));
    }

    /** True where the derived value is the raw number. */
    private static boolean isPlain(ParameterType.Scalar type) {
        return type instanceof ParameterType.OfInteger
                && type.encoding() instanceof DataEncoding.OfInteger integer
                && integer.calibration().isNone();
    }

    /** What a raw number can be; null where it is none. */
    private static ValueSet numbers(DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfFloat) {
            return ValueSet.NUMBERS;
        }
        if (!(encoding instanceof DataEncoding.OfInteger integer)) {
            return null;
        }
        int bits = integer.sizeInBits();
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        return switch (integer.kind()) {
            case UNSIGNED ->
                    ValueSet.integers(BigInteger.ZERO, half.shiftLeft(1).subtract(BigInteger.ONE));
            case TWOS_COMPLEMENT, ONES_COMPLEMENT, SIGN_MAGNITUDE ->
                    ValueSet.integers(half.negate(), half.subtract(BigInteger.ONE));
            case BCD, PACKED_BCD -> ValueSet.integers(BigInteger.ZERO, BigInteger.TEN.pow(bits));
        };
    }

    private Situation label(
            Variable variable,
            Operator operator,
            String literal,
            ParameterType.OfEnumeration enumeration) {
        boolean known = enumeration.labels().stream().anyMatch(l -> l.label().equals(literal));
        return switch (operator) {
            case EQ ->
                    Situation.of(
                            variable,
                            known
                                    ? ValueSet.NUMBERS.where(operator, text(literal))
                                    : ValueSet.NONE);
            case NE -> Situation.of(variable, ValueSet.NUMBERS.where(operator, text(literal)));
            default -> Situation.UNKNOWN;
        };
    }

    private BigDecimal text(String literal) {
        BigDecimal known = texts.get(literal);
        if (known == null) {
            known = BigDecimal.valueOf(texts.size());
            texts.put(literal, known);
            words.put("= " + known, "= " + literal);
        }
        return known;
    }

    /** How a situation is told; the numbers of texts mean nothing to people. */
    String describe(Situation situation) {
        StringBuilder told = new StringBuilder();
        situation
                .values()
                .forEach(
                        (variable, set) -> {
                            String values = set.toString();
                            if (isText(variable)) {
                                values = words.getOrDefault(values, values);
                            }
                            told.append(told.length() == 0 ? "" : ", ")
                                    .append(variable)
                                    .append(' ');
                            told.append(values);
                        });
        return told.toString();
    }

    private boolean isText(Variable variable) {
        ParameterType type = definition.type(definition.parameters().get(variable.ref()));
        return variable.calibrated()
                && !(type instanceof ParameterType.OfInteger)
                && !(type instanceof ParameterType.OfFloat);
    }
}
