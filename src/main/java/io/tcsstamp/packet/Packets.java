package io.tcsstamp.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.DatagramChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the packets of a stream are read, and the way to read them from anything.
 *
 * <pre>{@code
 * try (PacketSource source = Packets.of(PacketFraming.ccsds()).skipIdle().open(path)) {
 *     while (source.next()) {
 *         PacketView packet = source.packet();
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable; thread-safe as far as its listener and tracker are.
 */
public final class Packets {
    /** Bytes that segments without their last one may take, where nothing else is said. */
    public static final int DEFAULT_SEGMENT_BYTES = 16 << 20;

    final PacketFraming framing;
    PacketListener listener = PacketListener.NONE;
    SequenceTracker tracker;
    boolean skipIdle;
    int secondaryHeaderBytes;
    long maxSegmentBytes;

    private Packets(PacketFraming framing) {
        this.framing = framing;
    }

    /** Packets with that framing, all as they come. */
    public static Packets of(PacketFraming framing) {
        return new Packets(framing);
    }

    private Packets copy() {
        Packets copy = new Packets(framing);
        copy.listener = listener;
        copy.tracker = tracker;
        copy.skipIdle = skipIdle;
        copy.secondaryHeaderBytes = secondaryHeaderBytes;
        copy.maxSegmentBytes = maxSegmentBytes;
        return copy;
    }

    /** The same, and the listener is told of everything odd. */
    public Packets listener(PacketListener newListener) {
        Packets copy = copy();
        copy.listener = newListener;
        return copy;
    }

    /**
     * The same, and the sequence counts are followed.
     *
     * @param newTracker of this stream only
     */
    public Packets sequences(SequenceTracker newTracker) {
        Packets copy = copy();
        copy.tracker = newTracker;
        return copy;
    }

    /** The same without idle packets (APID 2047). */
    public Packets skipIdle() {
        Packets copy = copy();
        copy.skipIdle = true;
        return copy;
    }

    /** Like {@link #combineSegments(int, int)} with {@link #DEFAULT_SEGMENT_BYTES}. */
    public Packets combineSegments(int secondaryHeader) {
        return combineSegments(secondaryHeader, DEFAULT_SEGMENT_BYTES);
    }

    /**
     * The same with the segments of a group put together, per APID: the first one as it is, its
     * header unchanged, then the data of the others without their headers. Of a group where one is
     * missing nothing is given out. Packets that are not segments pass.
     *
     * @param secondaryHeader bytes of the secondary header, at least 0, dropped from the segments
     *     behind the first whose secondary header flag is 1
     * @param maxBytes what the groups that wait for segments may take together, at least 1
     */
    public Packets combineSegments(int secondaryHeader, int maxBytes) {
        if (secondaryHeader < 0 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "a secondary header of "
                            + secondaryHeader
                            + " bytes and segments of at most "
                            + maxBytes
                            + " bytes: the first must be at least 0, the second at least 1");
        }
        Packets copy = copy();
        copy.secondaryHeaderBytes = secondaryHeader;
        copy.maxSegmentBytes = maxBytes;
        return copy;
    }

    /** A reader that is fed by hand. */
    public PacketReader reader() {
        return new PacketReader(this);
    }

    /** The packets in an array, where they lie; it must not be changed meanwhile. */
    public PacketSource open(byte[] bytes) {
        return new PacketSource(reader(), new ArrayFeed(bytes));
    }

    /** The packets of a file of any size. */
    public PacketSource open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    /**
     * The packets of a stream of any length, such as standard input or a socket's: each is there as
     * soon as its last byte is. The stream is closed with the source.
     */
    public PacketSource open(InputStream stream) {
        return new PacketSource(reader(), new StreamFeed(stream));
    }

    /**
     * The packets of the datagrams that a channel receives; each datagram holds whole packets. The
     * channel is closed with the source, which may be done by any thread and ends it.
     *
     * @param channel bound and blocking
     * @throws IllegalBlockingModeException if it is not blocking
     */
    public PacketSource open(DatagramChannel channel) {
        if (!channel.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        return new PacketSource(reader(), new DatagramFeed(channel));
    }
}
