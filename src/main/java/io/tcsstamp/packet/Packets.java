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
    final PacketListener listener;
    final SequenceTracker tracker;
    final boolean skipIdle;
    final int secondaryHeaderBytes;

    /** 0 where segments are not put together. */
    final int maxSegmentBytes;

    private Packets(
            PacketFraming framing,
            PacketListener listener,
            SequenceTracker tracker,
            boolean skipIdle,
            int secondaryHeaderBytes,
            int maxSegmentBytes) {
        this.framing = framing;
        this.listener = listener;
        this.tracker = tracker;
        this.skipIdle = skipIdle;
        this.secondaryHeaderBytes = secondaryHeaderBytes;
        this.maxSegmentBytes = maxSegmentBytes;
    }

    /** Packets with that framing, all as they come. */
    public static Packets of(PacketFraming framing) {
        return new Packets(framing, PacketListener.NONE, null, false, 0, 0);
    }

    /** The same, and the listener is told of everything odd. */
    public Packets listener(PacketListener newListener) {
        return new Packets(
                framing, newListener, tracker, skipIdle, secondaryHeaderBytes, maxSegmentBytes);
    }

    /**
     * The same, and the sequence counts are followed.
     *
     * @param newTracker of this stream only
     */
    public Packets sequences(SequenceTracker newTracker) {
        return new Packets(
                framing, listener, newTracker, skipIdle, secondaryHeaderBytes, maxSegmentBytes);
    }

    /** The same without idle packets (APID 2047). */
    public Packets skipIdle() {
        return new Packets(framing, listener, tracker, true, secondaryHeaderBytes, maxSegmentBytes);
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
        return new Packets(framing, listener, tracker, skipIdle, secondaryHeader, maxBytes);
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
