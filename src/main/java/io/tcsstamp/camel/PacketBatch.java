package io.tcsstamp.camel;

import io.tcsstamp.packet.PacketView;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Whole packets that came together: the body of an exchange of a packet source. Iterating gives the
 * bytes of each as an array of its own.
 *
 * <p>Immutable and thread-safe.
 */
public final class PacketBatch implements Iterable<byte[]> {
    private final byte[] bytes;
    private final int[] ends;
    private final long[] positions;
    private final Instant received;

    private PacketBatch(byte[] bytes, int[] ends, long[] positions, Instant received) {
        this.bytes = bytes;
        this.ends = ends;
        this.positions = positions;
        this.received = received;
    }

    /** The number of packets. */
    public int size() {
        return ends.length;
    }

    /** When they were received, UTC. */
    public Instant received() {
        return received;
    }

    /** All packets, one behind the other. Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a packet starts in {@link #bytes}. */
    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The length of a packet in bytes. */
    int length(int index) {
        return ends[index] - start(index);
    }

    /** Where the first byte of a packet was in its stream, from 0. */
    long position(int index) {
        return positions[index];
    }

    /** One packet, a copy. */
    public byte[] packet(int index) {
        return Arrays.copyOfRange(bytes, start(index), ends[index]);
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return packet(next++);
            }
        };
    }

    @Override
    public String toString() {
        return "packets: " + size() + ", bytes: " + bytes.length;
    }

    /** Gathers packets. Not thread-safe; used again for the next batch. */
    static final class Builder {
        private byte[] bytes = new byte[4096];
        private int[] ends = new int[64];
        private long[] positions = new long[64];
        private int size;
        private int length;

        /** Copies a packet. */
        void add(PacketView packet) {
            int more = packet.length();
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
            }
            System.arraycopy(packet.bytes(), packet.offset(), bytes, length, more);
            length += more;
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 2);
                positions = Arrays.copyOf(positions, size * 2);
            }
            ends[size] = length;
            positions[size++] = packet.position();
        }

        /** The bytes gathered. */
        int length() {
            return length;
        }

        boolean isEmpty() {
            return size == 0;
        }

        /** What was gathered; the builder is empty then. */
        PacketBatch build(Instant received) {
            PacketBatch batch =
                    new PacketBatch(
                            Arrays.copyOf(bytes, length),
                            Arrays.copyOf(ends, size),
                            Arrays.copyOf(positions, size),
                            received);
            size = 0;
            length = 0;
            return batch;
        }
    }
}
