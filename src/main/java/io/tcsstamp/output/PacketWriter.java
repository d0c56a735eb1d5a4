package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes decoded packets in some format, one after the other.
 *
 * <p>Not thread-safe. What was written may wait in a buffer until {@link #flush} or {@link #close}.
 */
public interface PacketWriter extends Closeable {
    /**
     * Writes a packet.
     *
     * @param index its number in the input, from 0
     * @param values of the packet, also of one that failed; nothing of it is kept
     * @throws IOException when it cannot be written
     */
    void write(long index, PacketValues values) throws IOException;

    /** Hands on what waits, as far as the format allows. */
    void flush() throws IOException;

    /** What to tell about what was written, in a sentence; empty where there is nothing. */
    default String note() {
        return "";
    }
}
