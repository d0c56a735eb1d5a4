package io.tcsstamp.decode;

/** Bits and bytes of a field put into the usual order, most significant first. */
final class BitOrders {
    private BitOrders() {}

    /** The lowest bits turned round: what was first is last. */
    static long reverse(long bits, int width) {
        return Long.reverse(bits) >>> (64 - width);
    }

    /**
     * A little-endian field in big-endian order: the first 8 bits become the lowest ones, and so
     * on; what is left over after whole bytes becomes the highest.
     */
    static long swapBytes(long bits, int width) {
        int rest = width & 7;
        if (rest == 0) {
            return Long.reverseBytes(bits) >>> (64 - width);
        }
        int whole = width - rest;
        if (whole == 0) {
            return bits;
        }
        long bytes = Long.reverseBytes(bits >>> rest) >>> (64 - whole);
        return bytes | (bits & ((1L << rest) - 1)) << whole;
    }
}
