package io.tcsstamp.packet;

import io.tcsstamp.packet.LostBytes.Cause;
import java.util.Objects;

/**
 * Cuts the packets out of bytes that come in pieces of any size, such as those of a socket.
 *
 * <pre>{@code
 * reader.feed(bytes, 0, count);
 * while (reader.next()) {
 *     PacketView packet = reader.packet();
 *     ...
 * }
 * }</pre>
 *
 * <p>A packet that is whole within what was fed is seen where it lies there; one that began in an
 * earlier piece is put together in a buffer of the reader. So the array that was fed must not be
 * changed until {@link #next} is false. One reader reads one stream; not thread-safe. Made by
 * {@link Packets#reader}.
 */
public final class PacketReader {
    private final PacketView packet = new PacketView();
    private final PacketCutter cutter;
    private final PacketListener listener;
    private final SequenceTracker tracker;
    private final SegmentAssembler assembler;
    private final boolean skipIdle;
    private final boolean plain;
    private boolean ending;
    private long lostBytes;
    private long leftoverBytes;

    PacketReader(Packets packets) {
        PacketListener outer = packets.listener;
        listener = new Counting(outer);
        cutter = packets.framing.cutter(packet, listener);
        tracker = packets.tracker;
        skipIdle = packets.skipIdle;
        assembler =
                packets.maxSegmentBytes == 0
                        ? null
                        : new SegmentAssembler(
                                packets.secondaryHeaderBytes, packets.maxSegmentBytes, listener);
        boolean asked = tracker != null || skipIdle || assembler != null;
        plain = !asked && (outer == PacketListener.NONE || !packets.framing.isCcsds());
    }

    /**
     * Gives the bytes that come next in the stream.
     *
     * @throws IllegalStateException if {@link #next} has not yet said false since the last ones
     */
    public void feed(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        cutter.feed(bytes, offset, length);
    }

    /**
     * Says that no packet goes on beyond what was fed, as at the end of a datagram. The next {@link
     * #next} that is false reports what is left; then more can be fed.
     */
    public void endOfDatagram() {
        cutter.end();
    }

    /** Says that the stream is at its end; like {@link #endOfDatagram}, also for segments. */
    public void end() {
        cutter.end();
        ending = true;
    }

    /**
     * Goes to the next packet.
     *
     * @return false if there is none before more is fed
     * @throws FramingException if no packet can begin where one should, and nothing may be skipped.
     *     The reader stays there; one of hex text goes on with the next line.
     */
    public boolean next() throws FramingException {
        while (cutter.next()) {
            if (plain || accepted()) {
                return true;
            }
        }
        if (ending) {
            ending = false;
            if (assembler != null) {
                assembler.end();
            }
        }
        return false;
    }

    /**
     * Gives all packets that there are to a handler, as a loop over {@link #next} would: the
     * quickest way.
     *
     * @throws FramingException as {@link #next}
     */
    public void forEach(PacketHandler handler) throws FramingException {
        while (true) {
            if (plain) {
                cutter.run(handler);
            }
            if (!next()) {
                return;
            }
            handler.packet(packet.bytes(), packet.offset(), packet.length(), packet.position());
        }
    }

    private boolean accepted() {
        PacketView view = packet;
        if (view.length() < CcsdsHeader.LENGTH) {
            return true;
        }
        if (tracker != null) {
            tracker.accept(view.bytes(), view.offset(), view.position(), listener);
        }
        if (CcsdsHeader.apid(view.bytes(), view.offset()) == CcsdsHeader.IDLE_APID) {
            listener.idle(view.position(), view.length());
            if (skipIdle) {
                return false;
            }
        }
        return assembler == null || assembler.accept(view);
    }

    /** The packet that {@link #next} went to; always the same object. */
    public PacketView packet() {
        return packet;
    }

    /** Bytes that were reported as being in no packet, of any cause. */
    public long lostBytes() {
        return lostBytes;
    }

    /** Those of them that were left within a packet at the end of the stream or of a datagram. */
    public long leftoverBytes() {
        return leftoverBytes;
    }

    /** Counts what passes. */
    private final class Counting implements PacketListener {
        private final PacketListener to;

        Counting(PacketListener to) {
            this.to = to;
        }

        @Override
        public void lost(LostBytes lost) {
            lostBytes += lost.bytes().length;
            if (lost.cause() == Cause.LEFTOVER) {
                leftoverBytes += lost.bytes().length;
            }
            to.lost(lost);
        }

        @Override
        public void gap(int apid, int expected, int received, int missing, long position) {
            to.gap(apid, expected, received, missing, position);
        }

        @Override
        public void duplicate(int apid, int count, long position) {
            to.duplicate(apid, count, position);
        }

        @Override
        public void outOfOrder(int apid, int expected, int received, long position) {
            to.outOfOrder(apid, expected, received, position);
        }

        @Override
        public void idle(long position, int length) {
            to.idle(position, length);
        }
    }
}
