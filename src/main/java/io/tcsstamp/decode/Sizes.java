package io.tcsstamp.decode;

/** Sizes and counts that packets give, checked. */
final class Sizes {
    private Sizes() {}

    /** A size in bits that the rest of the packet has room for. */
    static long inPacket(Quantity size, PacketValues values, String field) {
        long bits = size.get(values, field);
        if (bits < 0) {
            throw Failures.size(values, field, "its size is negative: " + bits + " bits");
        }
        if (bits > values.bitLength - values.position) {
            throw Failures.tooShort(values, field, bits);
        }
        return bits;
    }

    /** A number of repetitions. */
    static int count(Quantity count, PacketValues values, String field) {
        long n = count.get(values, field);
        if (n < 0 || n > PacketValues.MAX_SLOTS) {
            throw Failures.size(
                    values,
                    field,
                    "it is there "
                            + n
                            + " times, and 0 to "
                            + PacketValues.MAX_SLOTS
                            + " are possible");
        }
        return (int) n;
    }
}
