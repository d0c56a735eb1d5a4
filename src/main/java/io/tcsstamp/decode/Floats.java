package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.FloatKind;

/** Bits of a float, most significant first, to a double; wider ones are rounded to the nearest. */
final class Floats {
    private Floats() {}

    /** A float of 16, 32, 48 or 64 bits. */
    static double narrow(long bits, int width, FloatKind kind) {
        if (kind == FloatKind.MILSTD_1750A) {
            return width == 32 ? milStd32((int) bits) : milStd48(bits);
        }
        return switch (width) {
            case 16 -> half((int) bits);
            case 32 -> Float.intBitsToFloat((int) bits);
            default -> Double.longBitsToDouble(bits);
        };
    }

    /**
     * An IEEE 754 float of 80 or 128 bits.
     *
     * @param high the bits above the lowest 64
     * @param low the lowest 64 bits
     */
    static double wide(long high, long low, int width) {
        return width == 80 ? extended((int) high, low) : quadruple(high, low);
    }

    /** IEEE 754 binary16. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude;
        if (exponent == 0x1F) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24;
        } else {
            magnitude = Math.scalb((double) (fraction | 0x400), exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    /** MIL-STD-1750A, 32 bits: a fraction of 24 bits, an exponent of 8, both two's complement. */
    private static double milStd32(int bits) {
        return Math.scalb((double) (bits >> 8), (byte) bits - 23);
    }

    /** MIL-STD-1750A, 48 bits: the 16 lowest bits of the fraction stand behind the exponent. */
    private static double milStd48(long bits) {
        long fraction = (bits << 16 >> 40) << 16 | (bits & 0xFFFF);
        return Math.scalb((double) fraction, (byte) (bits >> 16) - 39);
    }

    /** x87 extended: 15 bits of exponent, and a significand with its leading 1. */
    private static double extended(int high, long significand) {
        int exponent = high & 0x7FFF;
        double magnitude;
        if (exponent == 0x7FFF) {
            magnitude = significand << 1 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            magnitude = rounded(significand, Math.max(exponent, 1) - 16383 - 63);
        }
        return (high & 0x8000) == 0 ? magnitude : -magnitude;
    }

    /** IEEE 754 binary128. */
    private static double quadruple(long high, long low) {
        int exponent = (int) (high >>> 48) & 0x7FFF;
        long fraction = high & 0xFFFF_FFFF_FFFFL;
        double magnitude;
        if (exponent == 0x7FFF) {
            magnitude = (fraction | low) == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            long leading = exponent == 0 ? fraction : fraction | 1L << 48;
            // 64 of 113 bits; what is cut off stays as a last bit that makes rounding right
            long significand = leading << 15 | low >>> 49 | (low << 15 == 0 ? 0 : 1);
            magnitude = rounded(significand, Math.max(exponent, 1) - 16383 - 63);
        }
        return high >= 0 ? magnitude : -magnitude;
    }

    /** An unsigned significand times a power of two, rounded once, to even. */
    private static double rounded(long significand, int exponent) {
        if (significand == 0) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(significand);
        long left = significand << zeros;
        int top = exponent + 63 - zeros;
        if (top > Double.MAX_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        int kept = top >= Double.MIN_EXPONENT ? 53 : 53 - (Double.MIN_EXPONENT - top);
        if (kept < 0) {
            return 0;
        }
        int cut = 64 - kept;
        long whole = kept == 0 ? 0 : left >>> cut;
        // twice the part that is cut off, against one unit of what is kept
        long rest = cut == 64 ? left : left << kept;
        boolean up = rest < 0 && (rest << 1 != 0 || (whole & 1) == 1);
        return Math.scalb((double) (up ? whole + 1 : whole), top - 63 + cut);
    }
}
