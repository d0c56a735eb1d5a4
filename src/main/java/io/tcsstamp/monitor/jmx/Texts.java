package io.tcsstamp.monitor.jmx;

import java.time.Instant;
import java.util.Optional;

/** How values are written for those who look. Stateless. */
final class Texts {
    private static final int LONGEST = 10_000;

    private Texts() {}

    /** A time in UTC, such as {@code 2026-11-21T08:00:00.123Z}; empty where there is none. */
    static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    /** What is too long is cut. */
    static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
