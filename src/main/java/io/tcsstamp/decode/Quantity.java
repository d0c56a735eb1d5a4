package io.tcsstamp.decode;

/**
 * An integer that is fixed or depends on the packet: a size, a count, a place.
 *
 * <p>Immutable and thread-safe.
 */
interface Quantity {
    /**
     * The integer for this packet.
     *
     * @param of the name of what it is a size or count of, for messages
     * @throws DecodeFailure where it depends on a value that is not there, or is out of all bounds
     */
    long get(PacketValues values, String of);

    /** A constant. */
    record Fixed(long value) implements Quantity {
        @Override
        public long get(PacketValues values, String of) {
            return value;
        }
    }
}
