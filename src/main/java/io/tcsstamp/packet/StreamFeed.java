package io.tcsstamp.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A stream, as much at a time as is there. */
final class StreamFeed implements PacketFeed {
    private final byte[] buffer = new byte[256 << 10];
    private final InputStream stream;
    private IOException failure;
    private volatile boolean closed;

    StreamFeed(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int feed(PacketReader reader) throws IOException {
        int count;
        try {
            count = stream.read(buffer);
        } catch (InterruptedIOException wait) {
            throw wait; // such as a timeout: there may be more later
        } catch (IOException e) {
            // not thrown at once, so that what came before is accounted for first
            failure = e;
            return -1;
        }
        if (count > 0) {
            reader.feed(buffer, 0, count);
        }
        return count;
    }

    @Override
    public void checkEnd() throws IOException {
        if (failure != null && !closed) {
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
    }
}
