package io.tcsstamp.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The packets of a file, a socket or an array, one after the other, in constant memory. Made by
 * {@link Packets}; not thread-safe, but for {@link #close}.
 */
public final class PacketSource implements Iterable<PacketView>, AutoCloseable {
    private final PacketReader reader;
    private final PacketFeed feed;
    private boolean ended;
    private long bytesRead;

    PacketSource(PacketReader reader, PacketFeed feed) {
        this.reader = reader;
        this.feed = feed;
    }

    /**
     * Goes to the next packet; waits for it where the bytes come from a socket.
     *
     * @return false at the end; then everything left has been reported
     * @throws FramingException if no packet can begin where one should, and nothing may be skipped
     * @throws IOException if the bytes cannot be read; then all that came before was given out, and
     *     what was left has been reported. Only behind an InterruptedIOException, such as a
     *     socket's timeout, and behind one of datagrams it can go on.
     */
    public boolean next() throws IOException {
        while (!reader.next()) {
            if (ended) {
                feed.checkEnd();
                return false;
            }
            feed();
        }
        return true;
    }

    /**
     * Gives all packets from here to the end to a handler: the quickest way.
     *
     * @throws IOException as {@link #next}
     */
    public void forEach(PacketHandler handler) throws IOException {
        reader.forEach(handler);
        while (!ended) {
            feed();
            reader.forEach(handler);
        }
        feed.checkEnd();
    }

    private void feed() throws IOException {
        int count = feed.feed(reader);
        if (count < 0) {
            ended = true;
            reader.end();
        } else {
            bytesRead += count;
        }
    }

    /** The packet that {@link #next} went to; always the same object. */
    public PacketView packet() {
        return reader.packet();
    }

    /** How many bytes were read so far, also those of packets that are still to come. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Bytes in no packet so far, of any cause; see {@link LostBytes}. */
    public long lostBytes() {
        return reader.lostBytes();
    }

    /** Bytes left within a packet at the end; of datagrams, the sum over all of them. */
    public long leftoverBytes() {
        return reader.leftoverBytes();
    }

    /**
     * The packets from here to the end, for one loop: each is the same view, gone on. What {@link
     * #next} would throw comes in an {@link UncheckedIOException}.
     */
    @Override
    public Iterator<PacketView> iterator() {
        return new Iterator<>() {
            private boolean there;

            @Override
            public boolean hasNext() {
                try {
                    there = there || PacketSource.this.next();
                    return there;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public PacketView next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                there = false;
                return packet();
            }
        };
    }

    /** Closes where the bytes come from: a loop in another thread comes to its end. */
    @Override
    public void close() throws IOException {
        feed.close();
    }
}
