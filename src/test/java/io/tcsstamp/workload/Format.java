package io.tcsstamp.workload;

/**
 * How a field stands in a packet, big endian.
 *
 * @param kind what it is
 * @param bits its width
 */
record Format(Kind kind, int bits) {
    static final Format U8 = unsigned(8);
    static final Format U16 = unsigned(16);
    static final Format U32 = unsigned(32);
    static final Format I16 = new Format(Kind.SIGNED, 16);
    static final Format F32 = new Format(Kind.FLOAT, 32);

    /** What a field is. */
    enum Kind {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    static Format unsigned(int bits) {
        return new Format(Kind.UNSIGNED, bits);
    }

    /** A name for it, such as u16. */
    String name() {
        return "uif".charAt(kind.ordinal()) + Integer.toString(bits);
    }
}
