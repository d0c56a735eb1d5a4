package io.tcsstamp.decode;

/** What goes wrong while a packet is decoded, in words. */
final class Failures {
    private Failures() {}

    /** The packet ends before a field does. */
    static DecodeFailure tooShort(PacketValues values, String field, long bits) {
        return new DecodeFailure(
                Cause.SHORT,
                field,
                values.position,
                bits
                        + " bits are wanted from bit "
                        + values.position
                        + ", but the packet has "
                        + values.bitLength
                        + ": it was cut off, or the definition is for another packet");
    }

    /** A size, a count or a place that cannot be. */
    static DecodeFailure size(PacketValues values, String field, String message) {
        return new DecodeFailure(Cause.SIZE, field, values.position, message);
    }

    /** A raw value without a derived one; its slot is taken back. */
    static DecodeFailure value(PacketValues values, int slot, String message) {
        Field field = values.fields[slot];
        values.takeBack(slot);
        return new DecodeFailure(Cause.VALUE, field.name(), values.position, message);
    }

    /** A value that is not in the packet, or not yet. */
    static DecodeFailure missing(PacketValues values, String wanted) {
        return new DecodeFailure(
                Cause.REFERENCE,
                wanted,
                values.position,
                "the value of " + wanted + " is needed here, but the packet has none so far");
    }
}
