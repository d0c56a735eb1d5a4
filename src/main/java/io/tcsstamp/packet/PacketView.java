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

    /** Position in the stream of index 0 of the array. */
    private long base;

    PacketView() {}

    void set(byte[] newBytes, int newOffset, int newLength, long newBase) {
        if (bytes != newBytes) {
            // seldom another one, and storing a reference takes longer than all the rest
            bytes = newBytes;
        }
        offset = newOffset;
        length = newLength;
        base = newBase;
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
        return base + offset;
    }

    /** The packet in an array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public String toString() {
        return length + " bytes at " + position();
    }
}
