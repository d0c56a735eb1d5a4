package io.tcsstamp.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Bit fields of a packet, most significant bit and byte first. Bit 0 is the most significant bit of
 * the byte at {@code offset}.
 *
 * <p>Fields are bounded by the array only: whoever holds a packet within a larger array checks the
 * packet's own end. Stateless and thread-safe.
 */
public final class Bits {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bits() {}

    /**
     * A field as an unsigned number; one of 64 bits has its highest bit as the sign.
     *
     * @param offset index of the packet's first byte
     * @param bit position of the field's first bit, counted from there, at least 0
     * @param width 0 to 64 bits; nothing is 0
     * @throws IndexOutOfBoundsException if the field is not within the array
     */
    public static long unsigned(byte[] bytes, int offset, int bit, int width) {
        return width == 0 ? 0 : leftAligned(bytes, offset, bit, width) >>> (64 - width);
    }

    /**
     * A field as a two's complement number.
     *
     * @param offset index of the packet's first byte
     * @param bit position of the field's first bit, counted from there, at least 0
     * @param width 0 to 64 bits; nothing is 0
     * @throws IndexOutOfBoundsException if the field is not within the array
     */
    public static long signed(byte[] bytes, int offset, int bit, int width) {
        return width == 0 ? 0 : leftAligned(bytes, offset, bit, width) >> (64 - width);
    }

    /** A field of any width as an unsigned number; else like {@link #unsigned}. */
    public static BigInteger unsignedBig(byte[] bytes, int offset, int bit, int width) {
        return new BigInteger(1, rightAlignedBytes(bytes, offset, bit, width));
    }

    /** A field of any width as a two's complement number; else like {@link #signed}. */
    public static BigInteger signedBig(byte[] bytes, int offset, int bit, int width) {
        BigInteger value = unsignedBig(bytes, offset, bit, width);
        boolean negative = width > 0 && value.testBit(width - 1);
        return negative ? value.subtract(BigInteger.ONE.shiftLeft(width)) : value;
    }

    /**
     * A copy of a field; where its width is no multiple of 8, the last byte ends with zero bits.
     *
     * @throws IndexOutOfBoundsException if the field is not within the array
     */
    public static byte[] leftAlignedBytes(byte[] bytes, int offset, int bit, int width) {
        byte[] copy = copy(bytes, offset, bit, width);
        int surplus = -width & 7;
        if (surplus > 0) {
            copy[copy.length - 1] &= (byte) (0xFF << surplus);
        }
        return copy;
    }

    /**
     * A copy of a field; where its width is no multiple of 8, the first byte begins with zero bits.
     *
     * @throws IndexOutOfBoundsException if the field is not within the array
     */
    public static byte[] rightAlignedBytes(byte[] bytes, int offset, int bit, int width) {
        int first = width & 7;
        if (first == 0) {
            return copy(bytes, offset, bit, width);
        }
        byte[] rest = copy(bytes, offset, bit + first, width - first);
        byte[] copy = new byte[rest.length + 1];
        copy[0] = (byte) unsigned(bytes, offset, bit, first);
        System.arraycopy(rest, 0, copy, 1, rest.length);
        return copy;
    }

    /** The field's bits at the left; what is right of them is anything. */
    private static long leftAligned(byte[] bytes, int offset, int bit, int width) {
        int index = offset + (bit >> 3);
        int shift = bit & 7;
        if (index + Long.BYTES > bytes.length || index < 0) {
            return nearTheEnd(bytes, index, shift, width);
        }
        long value = (long) LONG.get(bytes, index) << shift;
        if (shift + width > 64) {
            value |= (bytes[index + Long.BYTES] & 0xFF) >>> (8 - shift);
        }
        return value;
    }

    private static long nearTheEnd(byte[] bytes, int index, int shift, int width) {
        int count = (shift + width + 7) >> 3;
        Objects.checkFromIndexSize(index, count, bytes.length);
        long value = 0;
        for (int i = 0; i < count; i++) {
            // fewer than 8 bytes are left here, so a ninth cannot be meant
            value |= (bytes[index + i] & 0xFFL) << (56 - 8 * i);
        }
        return value << shift;
    }

    private static byte[] copy(byte[] bytes, int offset, int bit, int width) {
        int index = offset + (bit >> 3);
        int shift = bit & 7;
        if (width < 0) {
            throw new IndexOutOfBoundsException("a field of " + width + " bits");
        }
        int count = (int) ((width + 7L) >> 3);
        Objects.checkFromIndexSize(index, (int) ((shift + (long) width + 7) >> 3), bytes.length);
        byte[] copy = new byte[count];
        if (shift == 0) {
            System.arraycopy(bytes, index, copy, 0, count);
            return copy;
        }
        for (int i = 0; i < count; i++) {
            int pair = (bytes[index + i] & 0xFF) << 8;
            if (index + i + 1 < bytes.length) {
                pair |= bytes[index + i + 1] & 0xFF;
            }
            copy[i] = (byte) (pair >> (8 - shift));
        }
        return copy;
    }
}
