package io.tcsstamp.packet;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Packets that are handed on together, one behind the other in one array of their own. Thread-safe
 * as long as nobody changes the array.
 */
public final class PacketBatch implements Iterable<PacketView> {
    private final byte[] bytes;
    private final int[] ends;
    private final long[] positions;
    private final int size;

    private PacketBatch(byte[] bytes, int[] ends, long[] positions, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.positions = positions;
        this.size = size;
    }

    /** Number of packets. */
    public int size() {
        return size;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The array that holds them all; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of a packet's first byte in {@link #bytes}. */
    public int offset(int packet) {
        Objects.checkIndex(packet, size);
        return packet == 0 ? 0 : ends[packet - 1];
    }

    /** Bytes of a packet. */
    public int length(int packet) {
        return ends[Objects.checkIndex(packet, size)] - offset(packet);
    }

    /** Where a packet was in its stream; see {@link PacketView#position}. */
    public long position(int packet) {
        return positions[Objects.checkIndex(packet, size)];
    }

    /** Bytes of all packets. */
    public int totalLength() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** The packets in order, each in the same view, gone on. */
    @Override
    public Iterator<PacketView> iterator() {
        return new Iterator<>() {
            private final PacketView view = new PacketView();
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public PacketView next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int at = offset(next);
                view.set(bytes, at, length(next), positions[next] - at);
                next++;
                return view;
            }
        };
    }

    @Override
    public String toString() {
        return size + " packets of " + totalLength() + " bytes";
    }

    /** Gathers packets, such as those that one read of a socket completed. Not thread-safe. */
    public static final class Builder {
        private static final PacketBatch EMPTY =
                new PacketBatch(new byte[0], new int[0], new long[0], 0);

        private byte[] bytes = EMPTY.bytes;
        private int[] ends = EMPTY.ends;
        private long[] positions = EMPTY.positions;
        private int length;
        private int size;

        /** Creates a builder without packets. */
        public Builder() {}

        /** Adds a copy of a packet. */
        public Builder add(PacketView packet) {
            return add(packet.bytes(), packet.offset(), packet.length(), packet.position());
        }

        /**
         * Adds a copy of a packet.
         *
         * @param from holds it among other things
         * @param position where it was in its stream
         */
        public Builder add(byte[] from, int offset, int count, long position) {
            if (length + count > bytes.length) {
                long room = Math.max(2L * bytes.length, (long) length + count);
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, room));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, Math.max(16, size * 2));
                positions = Arrays.copyOf(positions, ends.length);
            }
            System.arraycopy(from, offset, bytes, length, count);
            length += count;
            positions[size] = position;
            ends[size++] = length;
            return this;
        }

        /** Number of packets so far. */
        public int size() {
            return size;
        }

        /** Bytes of the packets so far. */
        public int totalLength() {
            return length;
        }

        /** The packets so far; the builder has none afterwards. */
        public PacketBatch build() {
            if (size == 0) {
                return EMPTY;
            }
            PacketBatch batch = new PacketBatch(bytes, ends, positions, size);
            bytes = new byte[bytes.length];
            ends = new int[ends.length];
            positions = new long[positions.length];
            length = 0;
            size = 0;
            return batch;
        }
    }
}
