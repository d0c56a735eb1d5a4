package io.tcsstamp.packet;

/**
 * Bytes of a stream that no packet holds, for the quarantine. Thread-safe as long as nobody changes
 * the array.
 *
 * @param cause why
 * @param position where their first byte is in the stream, counted from 0
 * @param apid whose they are, or -1 where that is unknown
 * @param bytes exactly what was received; of segments with their headers
 * @param continued true for a further piece of something whose first piece was already given
 * @param reason what is wrong with them, in one line
 */
public record LostBytes(
        Cause cause, long position, int apid, byte[] bytes, boolean continued, String reason) {

    /** Why bytes are in no packet. */
    public enum Cause {
        /** No plausible header was found here. */
        GARBAGE,
        /** The stream or the datagram ended within a packet. */
        LEFTOVER,
        /** A line that is no hex text, or is too long. */
        NOT_HEX,
        /** A group of segments whose last one had not come when another one began. */
        SEGMENTS_REPLACED,
        /** A segment whose first one never came. */
        SEGMENT_WITHOUT_FIRST,
        /** A group of segments where one is missing, and what came of it later. */
        SEGMENTS_WITH_GAP,
        /** A group of segments whose last one had not come at the end. */
        SEGMENTS_UNFINISHED,
        /** A group of segments for which the memory allowed does not suffice. */
        SEGMENTS_TOO_MANY
    }
}
