package io.tcsstamp.bench;

/**
 * Says on the standard error what is being measured: the standard output is for the report alone.
 */
final class Progress {
    private Progress() {}

    static void say(String format, Object... arguments) {
        System.err.println("bench: " + String.format(format, arguments));
    }
}
