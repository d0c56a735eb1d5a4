package io.tcsstamp.decode;

import org.objectweb.asm.Opcodes;

/**
 * Code that gets bits out of a packet: loads as much as one load can and takes neighbouring fields
 * from it. Loads never touch a byte that is not known to be in the packet, because the packet may
 * stand at the end of its array.
 */
final class WindowEmitter {
    private static final int WORD = Long.BYTES;

    private final Code code;
    private final int bytes;
    private final int base;
    private final int local;
    private int knownBytes;
    // the bytes that the local holds; none at first
    private int start;
    private int size;

    /**
     * Creates an emitter for a run of straight code.
     *
     * @param bytes the local with the array
     * @param base the local with the index of the first byte
     * @param knownBytes how many bytes are there for certain
     */
    WindowEmitter(Code code, int bytes, int base, int knownBytes) {
        this.code = code;
        this.bytes = bytes;
        this.base = base;
        this.knownBytes = knownBytes;
        this.local = code.local(2);
    }

    /** From here on, so many bytes are there for certain. */
    void know(int bytes) {
        knownBytes = bytes;
    }

    /** Goes back to what was known before, and to no bytes loaded. */
    void forget(int bytes) {
        knownBytes = bytes;
        size = 0;
    }

    int knownBytes() {
        return knownBytes;
    }

    /** Pushes 1 to 64 bits as an unsigned long. */
    void unsigned(int bit, int bits) {
        if (lastByte(bit, bits) - (bit >> 3) >= WORD) {
            nineBytes(bit, bits);
            return;
        }
        window(bit, bits);
        int right = 8 * (start + size) - (bit + bits);
        code.lload(local);
        if (right > 0) {
            code.push(right).op(Opcodes.LUSHR);
        }
        if (right + bits < 8 * size) {
            code.push((1L << bits) - 1).op(Opcodes.LAND);
        }
    }

    /** Pushes 1 to 64 bits as a long in two's complement. */
    void signed(int bit, int bits) {
        if (lastByte(bit, bits) - (bit >> 3) >= WORD) {
            nineBytes(bit, bits);
            if (bits < Long.SIZE) {
                code.push(Long.SIZE - bits).op(Opcodes.LSHL);
                code.push(Long.SIZE - bits).op(Opcodes.LSHR);
            }
            return;
        }
        window(bit, bits);
        int left = Long.SIZE - 8 * (start + size) + bit;
        code.lload(local);
        if (left > 0) {
            code.push(left).op(Opcodes.LSHL);
        }
        if (bits < Long.SIZE) {
            code.push(Long.SIZE - bits).op(Opcodes.LSHR);
        }
    }

    private static int lastByte(int bit, int bits) {
        return bit + bits - 1 >> 3;
    }

    /** Makes the local hold the bytes of a field. */
    private void window(int bit, int bits) {
        int first = bit >> 3;
        int last = lastByte(bit, bits);
        if (first >= start && last < start + size) {
            return;
        }
        size = sizeFor(last - first + 1);
        start = Math.min(first, knownBytes - size);
        code.aload(bytes);
        at(start);
        if (size == WORD || size == 4 || size <= 2) {
            code.call(PacketBytes.class, "load" + size, long.class, byte[].class, int.class);
        } else {
            code.push(size);
            code.call(PacketBytes.class, "loadFew", long.class, byte[].class, int.class, int.class);
        }
        code.load(Opcodes.LSTORE, local);
    }

    private int sizeFor(int span) {
        if (knownBytes >= WORD) {
            return WORD;
        }
        return span <= 2 ? span : span <= 4 && knownBytes >= 4 ? 4 : span;
    }

    private void nineBytes(int bit, int bits) {
        int high = Long.SIZE - (bit & 7);
        int low = bits - high;
        code.aload(bytes);
        at(bit >> 3);
        code.call(PacketBytes.class, "load8", long.class, byte[].class, int.class);
        code.push((1L << high) - 1).op(Opcodes.LAND).push(low).op(Opcodes.LSHL);
        code.aload(bytes);
        at(lastByte(bit, bits));
        code.call(PacketBytes.class, "load1", long.class, byte[].class, int.class);
        code.push(8 - low).op(Opcodes.LUSHR).op(Opcodes.LOR);
    }

    private void at(int offset) {
        code.iload(base);
        if (offset > 0) {
            code.push(offset).op(Opcodes.IADD);
        }
    }
}
