package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;

/**
 * A condition over the values decoded so far. XTCE: MatchCriteriaType (Comparison, ComparisonList,
 * BooleanExpression).
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface MatchCriteria {
    /** Always true: the empty conjunction. */
    MatchCriteria ALWAYS = new And(List.of());

    /**
     * A parameter compared with a value. The literal is read in the type of the parameter's value:
     * an integer, a float, a label, true or false, text, or hexadecimal bytes.
     *
     * @param left the parameter
     * @param operator how
     * @param literal the value as the file writes it
     */
    record Comparison(ParameterRef left, Operator operator, String literal)
            implements MatchCriteria {
        /** Creates a comparison. */
        public Comparison {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(literal, "literal");
        }
    }

    /**
     * Two parameters compared with each other.
     *
     * @param left one
     * @param operator how
     * @param right the other
     */
    record Relation(ParameterRef left, Operator operator, ParameterRef right)
            implements MatchCriteria {
        /** Creates a comparison. */
        public Relation {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(right, "right");
        }
    }

    /**
     * True when all are.
     *
     * @param all may be empty: then it is true
     */
    record And(List<MatchCriteria> all) implements MatchCriteria {
        /** Creates a conjunction. */
        public And {
            all = List.copyOf(all);
        }
    }

    /**
     * True when one is.
     *
     * @param any may be empty: then it is false
     */
    record Or(List<MatchCriteria> any) implements MatchCriteria {
        /** Creates a disjunction. */
        public Or {
            any = List.copyOf(any);
        }
    }

    /** How two values are compared. */
    enum Operator {
        /** Equal. */
        EQ("=="),
        /** Not equal. */
        NE("!="),
        /** Less. */
        LT("<"),
        /** Less or equal. */
        LE("<="),
        /** Greater. */
        GT(">"),
        /** Greater or equal. */
        GE(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As XTCE writes it. */
        public String sign() {
            return sign;
        }

        /**
         * What the operator says of a comparison.
         *
         * @param comparison negative, zero or positive, as a comparator gives it
         */
        public boolean holds(int comparison) {
            return switch (this) {
                case EQ -> comparison == 0;
                case NE -> comparison != 0;
                case LT -> comparison < 0;
                case LE -> comparison <= 0;
                case GT -> comparison > 0;
                case GE -> comparison >= 0;
            };
        }
    }
}
