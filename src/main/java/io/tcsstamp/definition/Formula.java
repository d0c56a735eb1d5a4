package io.tcsstamp.definition;

/**
 * A sum as people write it: {@code 0.001 * x - 1}. What is 0 times something is left out, so is a
 * factor of 1.
 *
 * <p>Not thread-safe.
 */
final class Formula {
    /** Up to here a double is written as an integer where it is one. */
    private static final double LARGEST_INTEGER = 1e15;

    private final StringBuilder text = new StringBuilder();

    /** A number without a point where it needs none. */
    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_INTEGER
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /**
     * Adds a term.
     *
     * @param factor any number
     * @param of what it is multiplied with, empty for a constant
     */
    Formula add(double factor, String of) {
        if (factor == 0) {
            return this;
        }
        boolean negative = factor < 0;
        if (text.length() > 0) {
            text.append(negative ? " - " : " + ");
        } else if (negative) {
            text.append('-');
        }
        String size = number(Math.abs(factor));
        if (of.isEmpty()) {
            text.append(size);
        } else {
            text.append(size.equals("1") ? "" : size + " * ").append(of);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.length() == 0 ? "0" : text.toString();
    }
}
