package io.tcsstamp.decode;

/**
 * Where a raw value stands in its packet, packed into a long: the bit offset from the start of the
 * packet in the upper half, the number of bits in the lower half.
 */
public final class Extent {
    private Extent() {}

    /**
     * Packs an extent.
     *
     * @param bitOffset 0 to 2^32 - 1
     * @param bitLength 0 to 2^32 - 1
     */
    public static long of(long bitOffset, long bitLength) {
        return bitOffset << 32 | bitLength;
    }

    /** The bit offset from the start of the packet. */
    public static long bitOffset(long extent) {
        return extent >>> 32;
    }

    /** The number of bits. */
    public static long bitLength(long extent) {
        return extent & 0xFFFF_FFFFL;
    }
}
