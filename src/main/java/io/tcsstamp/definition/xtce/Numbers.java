package io.tcsstamp.definition.xtce;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Numbers as XTCE writes them: decimal, and with {@code 0x}, {@code 0o} and {@code 0b} in front
 * hexadecimal, octal and binary ones.
 */
final class Numbers {
    /** The longest number that is read; the widest integer has 309 digits, or 1024 bits. */
    private static final int MAX_DIGITS = 1100;

    private Numbers() {}

    /** An integer of any size, null where the text is none. */
    static BigInteger integer(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return null;
        }
        boolean negative = digits.charAt(0) == '-';
        if (negative || digits.charAt(0) == '+') {
            digits = digits.substring(1);
        }
        int radix = radix(digits);
        if (radix != 10) {
            digits = digits.substring(2);
        }
        if (digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return null;
        }
        try {
            BigInteger value = new BigInteger(digits, radix);
            return negative ? value.negate() : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int radix(String digits) {
        String start = digits.length() < 2 ? "" : digits.substring(0, 2).toLowerCase(Locale.ROOT);
        return switch (start) {
            case "0x" -> 16;
            case "0o" -> 8;
            case "0b" -> 2;
            default -> 10;
        };
    }

    /** An integer of 64 bits, null where the text is none. */
    static Long longInteger(String text) {
        BigInteger value = integer(text);
        return value == null || value.bitLength() > 63 ? null : Long.valueOf(value.longValue());
    }

    /** A floating point number, null where the text is none. XSD writes INF, -INF and NaN. */
    static Double real(String text) {
        String digits = text.strip();
        switch (digits) {
            case "INF", "+INF", "Infinity", "inf" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-INF", "-Infinity", "-inf" -> {
                return Double.NEGATIVE_INFINITY;
            }
            case "NaN", "nan" -> {
                return Double.NaN;
            }
            default -> {
                return finite(digits);
            }
        }
    }

    private static Double finite(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return null;
        }
        char last = digits.charAt(digits.length() - 1);
        if (last != '.' && (last < '0' || last > '9') || radix(digits) != 10) {
            BigInteger integer = integer(digits); // no Java suffixes as in 1.5f, no 0x1p3
            return integer == null ? null : Double.valueOf(integer.doubleValue());
        }
        try {
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
