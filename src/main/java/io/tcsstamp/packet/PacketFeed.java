package io.tcsstamp.packet;

import java.io.IOException;

/** Where a source's bytes come from. */
interface PacketFeed extends AutoCloseable {
    /** Waits for bytes and gives them to the reader; -1 at the end, else how many. */
    int feed(PacketReader reader) throws IOException;

    /** Throws what the bytes ended with, unless that is the proper end; called behind it. */
    default void checkEnd() throws IOException {}

    @Override
    void close() throws IOException;
}
