package io.tcsstamp.packet;

/**
 * Is told, on the reader's thread, what is not quite right with a stream. All methods do nothing
 * unless overridden; none may keep an array that it did not get in a {@link LostBytes}.
 */
public interface PacketListener {
    /** Ignores everything. */
    PacketListener NONE = new PacketListener() {};

    /** Bytes are in no packet. */
    default void lost(LostBytes lost) {}

    /**
     * Packets of an APID are missing.
     *
     * @param expected the sequence count that should have come
     * @param received the one that came
     * @param missing how many there are between, if the count did not go round
     * @param position where the packet that came is in the stream
     */
    default void gap(int apid, int expected, int received, int missing, long position) {}

    /** A packet has the sequence count of the one before; it is given out nevertheless. */
    default void duplicate(int apid, int count, long position) {}

    /** A packet came late, or its APID began to count anew; it is given out nevertheless. */
    default void outOfOrder(int apid, int expected, int received, long position) {}

    /** An idle packet, whether it is given out or not. */
    default void idle(long position, int length) {}
}
