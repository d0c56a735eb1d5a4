package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.OfInteger;
import io.tcsstamp.packet.Bits;
import java.math.BigInteger;

/** Integers of more than 64 bits. */
final class WideIntegers {
    private WideIntegers() {}

    /** The raw value of a slot of {@link RawKind#WIDE}. */
    static BigInteger of(PacketValues values, int slot) {
        OfInteger encoding = (OfInteger) values.fields[slot].encoding();
        long position = Extent.bitOffset(values.raw[slot]);
        return read(
                values.bytes, values.offset + (int) (position >> 3), (int) position & 7, encoding);
    }

    private static BigInteger read(byte[] bytes, int offset, int bit, OfInteger encoding) {
        int width = encoding.sizeInBits();
        BigInteger bits = Bits.unsignedBig(bytes, offset, bit, width);
        if (encoding.bitOrder() == BitOrder.LEAST_SIGNIFICANT_FIRST) {
            bits = reverse(bits, width);
        }
        if (encoding.byteOrder() == ByteOrder.LEAST_SIGNIFICANT_FIRST) {
            bits = swapBytes(bits, width);
        }
        return switch (encoding.kind()) {
            case UNSIGNED -> bits;
            case TWOS_COMPLEMENT -> signed(bits, width);
            case ONES_COMPLEMENT -> {
                BigInteger value = signed(bits, width);
                yield value.signum() < 0 ? value.add(BigInteger.ONE) : value;
            }
            case SIGN_MAGNITUDE ->
                    bits.testBit(width - 1) ? bits.clearBit(width - 1).negate() : bits;
            case BCD -> digits(bits, width, 8);
            case PACKED_BCD -> digits(bits, width, 4);
        };
    }

    private static BigInteger signed(BigInteger bits, int width) {
        return bits.testBit(width - 1) ? bits.subtract(BigInteger.ONE.shiftLeft(width)) : bits;
    }

    private static BigInteger reverse(BigInteger bits, int width) {
        byte[] turned = bytes(bits, width + 7 >> 3);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (Integer.reverse(turned[i]) >>> 24);
        }
        return new BigInteger(1, turnedRound(turned)).shiftRight(-width & 7);
    }

    /** The first 8 bits become the lowest ones, and so on; see {@link BitOrders#swapBytes}. */
    private static BigInteger swapBytes(BigInteger bits, int width) {
        int rest = width & 7;
        byte[] whole = bytes(bits.shiftRight(rest), width >> 3);
        BigInteger left = bits.and(BigInteger.ONE.shiftLeft(rest).subtract(BigInteger.ONE));
        return new BigInteger(1, turnedRound(whole)).or(left.shiftLeft(width - rest));
    }

    /** The lowest bytes, most significant first. */
    private static byte[] bytes(BigInteger bits, int count) {
        byte[] signed = bits.toByteArray();
        byte[] bytes = new byte[count];
        int copied = Math.min(count, signed.length);
        System.arraycopy(signed, signed.length - copied, bytes, count - copied, copied);
        return bytes;
    }

    private static byte[] turnedRound(byte[] bytes) {
        for (int i = 0, k = bytes.length - 1; i < k; i++, k--) {
            byte first = bytes[i];
            bytes[i] = bytes[k];
            bytes[k] = first;
        }
        return bytes;
    }

    /** Negative where a digit is over 9. */
    private static BigInteger digits(BigInteger bits, int width, int step) {
        byte[] bytes = bytes(bits, width + 7 >> 3);
        char[] digits = new char[width / step];
        for (int i = 0; i < digits.length; i++) {
            // of a whole byte the lower half counts
            int low = bytes.length * 8 - (digits.length - i) * step;
            int digit = bytes[low >> 3] >> (step == 4 && (low & 7) == 0 ? 4 : 0) & 0xF;
            if (digit > 9) {
                return BigInteger.ONE.negate();
            }
            digits[i] = (char) ('0' + digit);
        }
        return new BigInteger(new String(digits));
    }
}
