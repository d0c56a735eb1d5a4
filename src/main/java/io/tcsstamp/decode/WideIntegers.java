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
        BigInteger turned = BigInteger.ZERO;
        for (int i = bits.getLowestSetBit(); i >= 0 && i < width; i++) {
            if (bits.testBit(i)) {
                turned = turned.setBit(width - 1 - i);
            }
        }
        return turned;
    }

    private static BigInteger swapBytes(BigInteger bits, int width) {
        int rest = width & 7;
        BigInteger whole = bits.shiftRight(rest);
        BigInteger swapped = BigInteger.ZERO;
        for (int shift = 0; shift < width - rest; shift += 8) {
            BigInteger next = whole.shiftRight(shift).and(BigInteger.valueOf(0xFF));
            swapped = swapped.shiftLeft(8).or(next);
        }
        BigInteger left = bits.and(BigInteger.ONE.shiftLeft(rest).subtract(BigInteger.ONE));
        return swapped.or(left.shiftLeft(width - rest));
    }

    /** Negative where a digit is over 9. */
    private static BigInteger digits(BigInteger bits, int width, int step) {
        BigInteger number = BigInteger.ZERO;
        for (int at = (width - 1) / step * step; at >= 0; at -= step) {
            int digit = bits.shiftRight(at).intValue() & 0xF;
            if (digit > 9) {
                return BigInteger.ONE.negate();
            }
            number = number.multiply(BigInteger.TEN).add(BigInteger.valueOf(digit));
        }
        return number;
    }
}
