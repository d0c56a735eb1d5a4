package io.tcsstamp.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bytes that could not be read, for the quarantine. Thread-safe as long as nobody changes the
 * array.
 *
 * @param bytes exactly what was received, without the record's line end
 * @param reason what is wrong with them, in one line, without any of the bytes' control characters
 * @param continued true for a further piece of something whose first piece was already given, so
 *     that it counts once
 * @param details what else is known, by name, in the order in which it is to be shown; empty for
 *     most
 */
public record Rejection(
        byte[] bytes, String reason, boolean continued, Map<String, String> details) {
    /** The detail that says why in a word. */
    public static final String CAUSE = "cause";

    /** The detail that says when the bytes were received, where that is told, UTC. */
    public static final String RECEIVED = "received";

    /** Keeps a copy of the details. */
    public Rejection {
        details =
                details.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Something of which no more is known. */
    public Rejection(byte[] bytes, String reason, boolean continued) {
        this(bytes, reason, continued, Map.of());
    }

    /**
     * Something of which it is known why, in a word, under the detail {@code cause}: what whoever
     * reads the quarantine goes by.
     */
    public static Rejection because(String cause, byte[] bytes, String reason, boolean continued) {
        return new Rejection(bytes, reason, continued, Map.of(CAUSE, cause));
    }

    /** A copy that tells one thing more. */
    public Rejection with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Rejection(bytes, reason, continued, more);
    }

    /** Something that is rejected in one piece. */
    public Rejection(byte[] bytes, String reason) {
        this(bytes, reason, false);
    }
}
