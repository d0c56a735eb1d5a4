package io.tcsstamp.decode;

/** What a derived value is. */
public enum ValueKind {
    /** The raw signed integer. */
    SIGNED,
    /** The raw unsigned integer. */
    UNSIGNED,
    /** The raw integer of more than 64 bits. */
    WIDE,
    /** A float: calibrated, or the raw one. */
    FLOAT,
    /** True or false. */
    BOOLEAN,
    /** A label of an enumeration. */
    LABEL,
    /** Text. */
    TEXT,
    /** Bytes. */
    BYTES
}
