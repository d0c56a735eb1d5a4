package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;

/**
 * Decodes packets by a definition.
 *
 * <p>Immutable and thread-safe; each thread decodes into {@link PacketValues} of its own.
 */
public interface PacketDecoder {
    /** What it decodes by. */
    Definition definition();

    /** The container that every packet starts with. */
    Container root();

    /** Room for the values of a packet, to be used again and again. */
    PacketValues newValues();

    /**
     * Decodes one packet. Nothing is copied: the values refer to the bytes.
     *
     * @param bytes hold the packet
     * @param offset of its first byte
     * @param length in bytes
     * @param into gets the values; what it held before is gone
     * @return true when all was decoded; false when the packet failed: {@link
     *     PacketValues#report()} says why, and the values decoded before are there. A packet that
     *     is longer than its definition is decoded, see {@link PacketValues#overlong()}.
     * @throws IndexOutOfBoundsException where the range is not within the array
     */
    boolean decode(byte[] bytes, int offset, int length, PacketValues into);
}
