package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of slots compared exactly, whatever they are: no long is rounded to a double. */
final class Numbers {
    /** What a comparison with a NaN gives. */
    static final int UNORDERED = 2;

    private static final double TWO_TO_63 = 0x1p63;

    private Numbers() {}

    /** What an operator says of a comparison; nothing is equal to a NaN. */
    static boolean holds(Operator operator, int comparison) {
        return comparison == UNORDERED ? operator == Operator.NE : operator.holds(comparison);
    }

    /** Two doubles. */
    static int compare(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return UNORDERED;
        }
        return a < b ? -1 : a > b ? 1 : 0;
    }

    /** A signed long and a double. */
    static int compare(long a, double b) {
        if (Double.isNaN(b)) {
            return UNORDERED;
        }
        if (b >= TWO_TO_63) {
            return -1;
        }
        if (b < -TWO_TO_63) {
            return 1;
        }
        long whole = (long) b;
        return a != whole ? Long.compare(a, whole) : compare((double) whole, b);
    }

    /** What the value of a slot is, as a kind of number. */
    static RawKind kind(PacketValues values, int slot, boolean calibrated) {
        if (!calibrated) {
            return values.fields[slot].rawKind();
        }
        return switch (values.valueKind(slot)) {
            case SIGNED -> RawKind.SIGNED;
            case UNSIGNED -> RawKind.UNSIGNED;
            case WIDE -> RawKind.WIDE;
            case FLOAT, BOOLEAN -> RawKind.FLOAT;
            case LABEL, TEXT, BYTES -> throw new IllegalStateException("no number");
        };
    }

    /** A float of a slot: the raw one, or the derived value. */
    static double floatOf(PacketValues values, int slot, boolean calibrated) {
        return calibrated ? values.value[slot] : Double.longBitsToDouble(values.raw[slot]);
    }

    /** The values of two slots. */
    static int compare(
            PacketValues values, int a, boolean calibratedA, int b, boolean calibratedB) {
        RawKind kindA = kind(values, a, calibratedA);
        RawKind kindB = kind(values, b, calibratedB);
        if (kindA == RawKind.FLOAT && kindB == RawKind.FLOAT) {
            return compare(floatOf(values, a, calibratedA), floatOf(values, b, calibratedB));
        }
        if (isLong(values, a, kindA)) {
            if (isLong(values, b, kindB)) {
                return Long.compare(values.raw[a], values.raw[b]);
            }
            if (kindB == RawKind.FLOAT) {
                return compare(values.raw[a], floatOf(values, b, calibratedB));
            }
        } else if (kindA == RawKind.FLOAT && isLong(values, b, kindB)) {
            int turned = compare(values.raw[b], floatOf(values, a, calibratedA));
            return turned == UNORDERED ? UNORDERED : -turned;
        }
        return exact(values, a, calibratedA, kindA, b, calibratedB, kindB);
    }

    private static int exact(
            PacketValues values,
            int a,
            boolean calibratedA,
            RawKind kindA,
            int b,
            boolean calibratedB,
            RawKind kindB) {
        if (kindB == RawKind.FLOAT) {
            return compare(integer(values, a), floatOf(values, b, calibratedB));
        }
        if (kindA == RawKind.FLOAT) {
            int turned = compare(integer(values, b), floatOf(values, a, calibratedA));
            return turned == UNORDERED ? UNORDERED : -turned;
        }
        return integer(values, a).compareTo(integer(values, b));
    }

    /** A big integer and a double. */
    static int compare(BigInteger a, double b) {
        if (Double.isNaN(b)) {
            return UNORDERED;
        }
        if (Double.isInfinite(b)) {
            return b > 0 ? -1 : 1;
        }
        return new BigDecimal(a).compareTo(new BigDecimal(b));
    }

    /** True where the value fits a signed long. */
    static boolean isLong(PacketValues values, int slot, RawKind kind) {
        return kind == RawKind.SIGNED || (kind == RawKind.UNSIGNED && values.raw[slot] >= 0);
    }

    /** The raw integer of a slot. */
    static BigInteger integer(PacketValues values, int slot) {
        long raw = values.raw[slot];
        return switch (values.fields[slot].rawKind()) {
            case SIGNED -> BigInteger.valueOf(raw);
            case UNSIGNED -> new BigInteger(Long.toUnsignedString(raw));
            case WIDE -> WideIntegers.of(values, slot);
            case FLOAT, TEXT, BYTES -> throw new IllegalStateException("no integer");
        };
    }
}
