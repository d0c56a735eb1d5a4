package io.tcsstamp.telemetry;

/**
 * Which texts are numbers, so that what is shown is the value that STAMP reads: decimal numbers of
 * ASCII digits with an optional sign, point and exponent ({@code 12}, {@code -0.5}, {@code .5},
 * {@code 5.}, {@code 1e5}, {@code 1.5E-03}), and {@code Infinity} or {@code Inf} with an optional
 * sign, as floating-point values are written that have no digits.
 *
 * <p>No number is: an empty text, {@code NaN} (that there is none is what it says), other bases
 * ({@code 0x1F}), groups of digits ({@code 1_000}, {@code 1,000}), a decimal comma, a suffix
 * ({@code 1f}, {@code 5 V}), space within or around, and a number beyond the range of a double.
 * Stateless.
 */
final class NumberText {
    /** Longer texts are no number. */
    static final int MOST_CHARACTERS = 64;

    private NumberText() {}

    /** The number that a text is, as a double; NaN where it is none. */
    static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_CHARACTERS) {
            return Double.NaN;
        }
        int start = isSign(text.charAt(0)) ? 1 : 0;
        String digits = text.substring(start);
        if (digits.equals("Infinity") || digits.equals("Inf")) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!isDecimal(text, start)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private static boolean isDecimal(String text, int start) {
        int whole = digitsEnd(text, start);
        int end = whole;
        int digits = whole - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int point = end;
            end = digitsEnd(text, point + 1);
            digits += end - point - 1;
        }
        if (digits == 0) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) | 0x20) == 'e') {
            int exponent = end + 1;
            if (exponent < text.length() && isSign(text.charAt(exponent))) {
                exponent++;
            }
            end = digitsEnd(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == text.length();
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
