package io.tcsstamp.decode;

import java.util.List;
import java.util.Objects;

/**
 * What went wrong with one packet, and what was decoded before.
 *
 * <p>Immutable and thread-safe: it keeps the packet's bytes.
 *
 * @param cause of what kind it is
 * @param definition the name of the definition
 * @param container the name of the container that was being decoded
 * @param field the parameter concerned, empty where none is
 * @param bitPosition from the start of the packet
 * @param message what failed, in a sentence
 * @param decoded what was decoded before, in the order of the packet
 * @param packet the packet's bytes
 */
public record DecodeReport(
        Cause cause,
        String definition,
        String container,
        String field,
        long bitPosition,
        String message,
        List<DecodedValue> decoded,
        byte[] packet) {

    /** Creates a report. */
    public DecodeReport {
        Objects.requireNonNull(cause, "cause");
        decoded = List.copyOf(decoded);
        packet = packet.clone();
    }

    /** The packet's bytes, a copy. */
    @Override
    public byte[] packet() {
        return packet.clone();
    }

    /** The packet has values all the same: it is only longer than its definition. */
    public boolean isWarning() {
        return cause == Cause.OVERLONG;
    }

    /** One line, without the values and the bytes. */
    @Override
    public String toString() {
        return cause
                + " packet of "
                + packet.length
                + " bytes, definition "
                + definition
                + ", container "
                + container
                + (field.isEmpty() ? "" : ", parameter " + field)
                + ", bit "
                + bitPosition
                + ": "
                + message;
    }
}
