package io.tcsstamp.decode;

/** What a raw value is, and how {@link PacketValues#rawBits} holds it. */
public enum RawKind {
    /** A signed integer of at most 64 bits. */
    SIGNED,
    /** An unsigned integer of at most 64 bits; the long is unsigned. */
    UNSIGNED,
    /** An integer that needs more than 64 bits; held as the {@link Extent} of its bits. */
    WIDE,
    /** A float, widened to a double; held as the bits of the double. */
    FLOAT,
    /** A buffer of text; held as its {@link Extent}. */
    TEXT,
    /** Bytes; held as their {@link Extent}. */
    BYTES
}
