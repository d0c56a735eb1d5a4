package io.tcsstamp.decode;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Values as definitions write them. */
final class Literals {
    private static final int MAX_DIGITS = 400;

    private Literals() {}

    /** An integer in decimal, or in hexadecimal, octal or binary digits after 0x, 0o or 0b. */
    static Optional<BigInteger> integer(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        boolean negative = trimmed.startsWith("-");
        String digits = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
        int radix = radix(digits);
        String number = radix == 10 ? digits : digits.substring(2);
        if (number.isEmpty() || number.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) > 'z' || Character.digit(number.charAt(i), radix) < 0) {
                return Optional.empty();
            }
        }
        BigInteger value = new BigInteger(number, radix);
        return Optional.of(negative ? value.negate() : value);
    }

    private static int radix(String digits) {
        if (digits.startsWith("0x")) {
            return 16;
        }
        if (digits.startsWith("0b")) {
            return 2;
        }
        return digits.startsWith("0o") ? 8 : 10;
    }

    /** A number, also {@code INF}, {@code -INF} and {@code NaN}, or an integer as above. */
    static Optional<Double> number(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        switch (trimmed) {
            case "inf", "+inf", "infinity", "+infinity":
                return Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity":
                return Optional.of(Double.NEGATIVE_INFINITY);
            case "nan":
                return Optional.of(Double.NaN);
            default:
                break;
        }
        Optional<BigInteger> integer = integer(trimmed);
        if (integer.isPresent()) {
            return Optional.of(integer.get().doubleValue());
        }
        boolean plain =
                trimmed.length() <= MAX_DIGITS
                        && trimmed.chars().allMatch(c -> "0123456789+-.e".indexOf(c) >= 0);
        if (!plain) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(trimmed));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Bytes in hexadecimal digits, after 0x or nothing. */
    static Optional<byte[]> bytes(String text) {
        String trimmed = text.trim();
        String digits =
                trimmed.startsWith("0x") || trimmed.startsWith("0X")
                        ? trimmed.substring(2)
                        : trimmed;
        try {
            return Optional.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
