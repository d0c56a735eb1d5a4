package io.tcsstamp.packet;

import java.util.Arrays;

/**
 * A packet where it lies: part of an array that belongs to the reader. Both the view and the bytes
 * are valid until the reader goes on. Not thread-safe.
 */
public final class PacketView {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int offset;
    private int length;
    private long position;

    PacketView() {}

    void set(byte[] bytes, int offset, int length, long position) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.position = position;
    }

    /** The array that holds the packet among other things; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the packet's first byte in {@link #bytes}. */
    public int offset() {
        return offset;
    }

    /** Bytes of the packet. */
    public int length() {
        return length;
    }

    /**
     * Where the packet's first byte is in the stream, counted from 0; of combined segments the
     * first one, of a hex text the line.
     */
    public long position() {
        return position;
    }

    /** The packet in an array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public String toString() {
        return length + " bytes at " + position;
    }
}
