package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads conditions. XTCE: MatchCriteriaType. */
final class CriteriaReader {
    private static final List<String> KINDS =
            List.of("Comparison", "ComparisonList", "BooleanExpression");
    private static final List<String> CONDITIONS =
            List.of("Condition", "ANDedConditions", "ORedConditions");
    private static final Map<String, Operator> OPERATORS = operators();

    private CriteriaReader() {}

    private static Map<String, Operator> operators() {
        Map<String, Operator> words =
                new HashMap<>(
                        Map.of(
                                "eq", Operator.EQ,
                                "neq", Operator.NE,
                                "lt", Operator.LT,
                                "leq", Operator.LE,
                                "gt", Operator.GT,
                                "geq", Operator.GE,
                                "&lt;", Operator.LT,
                                "&lt;=", Operator.LE,
                                "&gt;", Operator.GT,
                                "&gt;=", Operator.GE));
        for (Operator operator : Operator.values()) {
            words.put(operator.sign(), operator);
        }
        return Map.copyOf(words);
    }

    /** True where an element holds a condition. */
    static boolean isIn(Element owner) {
        return owner.all().stream()
                .anyMatch(c -> KINDS.contains(c.name()) || c.name().equals("CustomAlgorithm"));
    }

    /** The condition that stands in an element; it must. */
    static MatchCriteria read(Scope scope, Element owner) {
        Element kind = scope.choice(owner, KINDS);
        if (kind == null) {
            if (!isIn(owner)) { // what is not supported is told as such
                scope.fail(
                        "MISSING_ELEMENT",
                        owner,
                        owner.name()
                                + " holds no condition: Comparison, ComparisonList or"
                                + " BooleanExpression");
            }
            return MatchCriteria.ALWAYS;
        }
        return switch (kind.name()) {
            case "Comparison" -> comparison(scope, kind);
            case "ComparisonList" -> {
                List<MatchCriteria> all = new ArrayList<>();
                for (Element child : kind.children("Comparison")) {
                    all.add(comparison(scope, child));
                }
                yield Criteria.all(all);
            }
            default -> expression(scope, kind);
        };
    }

    private static MatchCriteria expression(Scope scope, Element owner) {
        Element only = scope.choice(owner, CONDITIONS);
        if (only == null) {
            scope.fail("MISSING_ELEMENT", owner, owner.name() + " holds no condition");
            return MatchCriteria.ALWAYS;
        }
        return condition(scope, only);
    }

    private static MatchCriteria condition(Scope scope, Element at) {
        return switch (at.name()) {
            case "Condition" -> check(scope, at);
            case "ANDedConditions" -> Criteria.all(several(scope, at));
            default -> Criteria.any(several(scope, at));
        };
    }

    private static List<MatchCriteria> several(Scope scope, Element owner) {
        List<MatchCriteria> list = new ArrayList<>();
        for (Element child : owner.all()) {
            if (CONDITIONS.contains(child.name())) {
                list.add(condition(scope, child.use()));
            }
        }
        if (list.isEmpty()) {
            scope.fail("MISSING_ELEMENT", owner, owner.name() + " holds no condition");
        }
        return list;
    }

    private static MatchCriteria comparison(Scope scope, Element at) {
        return new MatchCriteria.Comparison(
                scope.references().instance(at),
                scope.word(at, "comparisonOperator", Operator.EQ, OPERATORS),
                scope.required(at, "value"));
    }

    private static MatchCriteria check(Scope scope, Element at) {
        List<Element> refs = at.children("ParameterInstanceRef");
        Element value = at.child("Value");
        Element sign = scope.requiredChild(at, "ComparisonOperator");
        Operator operator =
                sign == null
                        ? Operator.EQ
                        : scope.word(sign, sign.name(), sign.text(), Operator.EQ, OPERATORS);
        if (refs.size() + (value == null ? 0 : 1) != 2 || refs.isEmpty()) {
            at.settle();
            scope.fail(
                    "INVALID_VALUE",
                    at,
                    "a Condition compares a ParameterInstanceRef with a Value or another"
                            + " ParameterInstanceRef");
            return MatchCriteria.ALWAYS;
        }
        ParameterRef left = scope.references().instance(refs.get(0));
        return value == null
                ? new MatchCriteria.Relation(
                        left, operator, scope.references().instance(refs.get(1)))
                : new MatchCriteria.Comparison(left, operator, value.text());
    }
}
