package io.tcsstamp.cli;

import java.util.Locale;

/** Numbers for people, the same in every locale. Stateless. */
final class Numbers {
    private Numbers() {}

    /** With commas between thousands. */
    static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With what it is a number of, in the plural unless it is one. */
    static String of(long number, String what) {
        return text(number) + " " + what + (number == 1 ? "" : "s");
    }
}
