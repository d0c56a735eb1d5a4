package io.tcsstamp.definition;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.TreeSet;

/**
 * The numbers that fulfil several comparisons: a range without some of its values.
 *
 * <p>Immutable and thread-safe.
 */
final class ValueSet {
    private static final int MAX_SCALE = 400;

    /** No number. */
    static final ValueSet NONE = integers(BigInteger.ONE, BigInteger.ZERO);

    /** Every number. */
    static final ValueSet NUMBERS = new ValueSet(false, null, null, false, false, new TreeSet<>());

    private final boolean integers;
    private final BigDecimal low;
    private final BigDecimal high;
    private final boolean lowOpen;
    private final boolean highOpen;
    private final TreeSet<BigDecimal> without;

    private ValueSet(
            boolean integers,
            BigDecimal low,
            BigDecimal high,
            boolean lowOpen,
            boolean highOpen,
            TreeSet<BigDecimal> without) {
        this.integers = integers;
        this.low = low;
        this.high = high;
        this.lowOpen = lowOpen;
        this.highOpen = highOpen;
        this.without = without;
    }

    /** The integers from one to another. */
    static ValueSet integers(BigInteger low, BigInteger high) {
        return new ValueSet(
                true, new BigDecimal(low), new BigDecimal(high), false, false, new TreeSet<>());
    }

    /** A number as a definition writes it, also hexadecimal; null where it is none. */
    static BigDecimal number(String text) {
        String digits = text.strip();
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return new BigDecimal(new BigInteger(digits.substring(2), 16));
            }
            BigDecimal number = digits.length() > MAX_SCALE ? null : new BigDecimal(digits);
            return number == null || Math.abs((long) number.scale()) > MAX_SCALE ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Those of them that also fulfil a comparison. */
    ValueSet where(Operator operator, BigDecimal value) {
        return switch (operator) {
            case EQ -> with(value, false, value, false);
            case LT -> with(null, false, value, true);
            case LE -> with(null, false, value, false);
            case GT -> with(value, true, null, false);
            case GE -> with(value, false, null, false);
            case NE -> {
                TreeSet<BigDecimal> more = new TreeSet<>(without);
                more.add(value);
                yield new ValueSet(integers, low, high, lowOpen, highOpen, more);
            }
        };
    }

    /** Those that are also in another set. */
    ValueSet and(ValueSet other) {
        ValueSet both = with(other.low, other.lowOpen, other.high, other.highOpen);
        TreeSet<BigDecimal> all = new TreeSet<>(without);
        all.addAll(other.without);
        return new ValueSet(
                integers || other.integers, both.low, both.high, both.lowOpen, both.highOpen, all);
    }

    private ValueSet with(BigDecimal from, boolean fromOpen, BigDecimal to, boolean toOpen) {
        int byLow = from == null ? 1 : low == null ? -1 : low.compareTo(from);
        int byHigh = to == null ? -1 : high == null ? 1 : high.compareTo(to);
        return new ValueSet(
                integers,
                byLow < 0 ? from : low,
                byHigh > 0 ? to : high,
                byLow < 0 ? fromOpen : lowOpen || byLow == 0 && fromOpen,
                byHigh > 0 ? toOpen : highOpen || byHigh == 0 && toOpen,
                without);
    }

    /** True where no number is left. */
    boolean isEmpty() {
        return low != null && high != null && example() == null;
    }

    /** One of the numbers, null where there is none or where there are too many to choose. */
    BigDecimal example() {
        if (low == null || high == null) {
            return null;
        }
        BigDecimal from = integers ? first() : low;
        BigDecimal to = integers ? last() : high;
        int order = from.compareTo(to);
        if (order > 0 || order == 0 && !integers && (lowOpen || highOpen)) {
            return null;
        }
        if (order == 0 || integers) {
            BigDecimal candidate = from;
            while (candidate.compareTo(to) <= 0) { // ends: each step needs one of the excluded
                if (!without.contains(candidate)) {
                    return candidate.stripTrailingZeros().scale() < 0
                            ? candidate.setScale(0)
                            : candidate;
                }
                candidate = candidate.add(BigDecimal.ONE);
            }
            return null;
        }
        return from; // a range of fractions always has more
    }

    private BigDecimal first() {
        BigDecimal up = low.setScale(0, RoundingMode.CEILING);
        return lowOpen && up.compareTo(low) == 0 ? up.add(BigDecimal.ONE) : up;
    }

    private BigDecimal last() {
        BigDecimal down = high.setScale(0, RoundingMode.FLOOR);
        return highOpen && down.compareTo(high) == 0 ? down.subtract(BigDecimal.ONE) : down;
    }

    /** The only number there can be, null where there may be more. */
    BigDecimal only() {
        boolean one = low != null && high != null && low.compareTo(high) == 0;
        return one ? low.stripTrailingZeros() : null;
    }

    /** As {@code = 5}, {@code in 1 to 7}, {@code < 3}. */
    @Override
    public String toString() {
        if (low != null && high != null && low.compareTo(high) == 0) {
            return "= " + low.toPlainString();
        }
        if (integers && example() != null) {
            return "= " + example().toPlainString();
        }
        String from = low == null ? "" : (lowOpen ? "> " : ">= ") + low.toPlainString();
        String to = high == null ? "" : (highOpen ? "< " : "<= ") + high.toPlainString();
        return from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
    }
}
