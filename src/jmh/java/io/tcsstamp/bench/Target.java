package io.tcsstamp.bench;

import java.util.Locale;

/**
 * What a figure has to reach.
 *
 * @param sign +1: at least, -1: at most, 0: nothing is asked
 * @param limit what it has to reach
 * @param aim what it is hoped to reach; the same as the limit when nothing more is hoped for
 */
record Target(int sign, double limit, double aim) {

    static Target none() {
        return new Target(0, 0, 0);
    }

    static Target atLeast(double limit, double aim) {
        return new Target(1, limit, aim);
    }

    static Target atMost(double limit, double aim) {
        return new Target(-1, limit, aim);
    }

    /** The verdict on a value, for the report. */
    String verdict(double value, int decimals) {
        if (sign == 0) {
            return "";
        }
        String text =
                (sign > 0 ? "at least " : "at most ")
                        + number(limit, decimals)
                        + ": "
                        + met(value, limit);
        return limit == aim
                ? text
                : text + "; aim " + number(aim, decimals) + ": " + met(value, aim);
    }

    private String met(double value, double bound) {
        return sign * (value - bound) >= 0 ? "met" : "MISSED";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
