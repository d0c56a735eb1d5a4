package io.tcsstamp.packet;

import java.io.IOException;
import java.io.InputStream;

/** A stream, as much at a time as is there. */
final class StreamFeed implements PacketFeed {
    private final byte[] buffer = new byte[256 << 10];
    private final InputStream stream;

    StreamFeed(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int feed(PacketReader reader) throws IOException {
        int count = stream.read(buffer);
        if (count > 0) {
            reader.feed(buffer, 0, count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
