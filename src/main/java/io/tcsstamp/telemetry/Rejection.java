package io.tcsstamp.telemetry;

/**
 * Bytes that could not be read, for the quarantine. Thread-safe as long as nobody changes the
 * array.
 *
 * @param bytes exactly what was received, without the record's line end
 * @param reason what is wrong with them, in one line, without any of the bytes' control characters
 * @param continued true for a further piece of something whose first piece was already given, so
 *     that it counts once
 */
public record Rejection(byte[] bytes, String reason, boolean continued) {

    /** Something that is rejected in one piece. */
    public Rejection(byte[] bytes, String reason) {
        this(bytes, reason, false);
    }
}
