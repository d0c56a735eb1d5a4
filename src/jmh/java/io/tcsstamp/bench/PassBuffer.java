package io.tcsstamp.bench;

import java.nio.ByteBuffer;

/**
 * Memory outside the heap that holds all the bytes of a pass, so that a socket reads and writes it
 * without a copy. Not thread-safe.
 */
final class PassBuffer {
    private ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20);

    void clear() {
        bytes.clear();
    }

    void append(Latin1Buffer text) {
        append(text.array(), text.length());
    }

    /** Appends the first bytes of an array. */
    void append(byte[] array, int length) {
        reserve(bytes.position() + length);
        bytes.put(array, 0, length);
    }

    /** Makes room for {@code capacity} bytes; what is held stays. */
    void reserve(int capacity) {
        if (capacity > bytes.capacity()) {
            ByteBuffer larger =
                    ByteBuffer.allocateDirect(
                            Math.max(
                                    capacity,
                                    Math.addExact(bytes.capacity(), bytes.capacity() / 2)));
            bytes = larger.put(bytes.flip());
        }
    }

    int size() {
        return bytes.position();
    }

    /** The memory itself: its position is the number of bytes held. */
    ByteBuffer bytes() {
        return bytes;
    }
}
