package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.OfFloat;
import io.tcsstamp.packet.Bits;

/** Reads a float; the raw value is it as a double. */
final class FloatStep extends FieldStep {
    private final int width;
    private final FloatKind kind;
    private final boolean littleEndian;
    private final boolean reversed;
    private final Derivation derivation;
    private final boolean plain;
    private final boolean single;

    FloatStep(Field field, OfFloat encoding, Derivation derivation) {
        super(field);
        this.width = encoding.sizeInBits();
        this.kind = encoding.kind();
        this.littleEndian = encoding.byteOrder() == ByteOrder.LEAST_SIGNIFICANT_FIRST;
        this.reversed = encoding.bitOrder() == BitOrder.LEAST_SIGNIFICANT_FIRST;
        this.derivation = derivation;
        this.plain = derivation == PlainNumber.FLOAT;
        this.single = width == 32 && kind == FloatKind.IEEE754 && !littleEndian && !reversed;
    }

    int width() {
        return width;
    }

    FloatKind kind() {
        return kind;
    }

    /** True for the least significant byte first. */
    boolean littleEndian() {
        return littleEndian;
    }

    /** True where the first bit is the least significant one. */
    boolean reversed() {
        return reversed;
    }

    Derivation derivation() {
        return derivation;
    }

    @Override
    public long fixedBits() {
        return width;
    }

    @Override
    void read(PacketValues values, Field as) {
        long at = values.position;
        if (values.bitLength - at < width) {
            throw Failures.tooShort(values, as.name(), width);
        }
        int index = values.offset + (int) (at >> 3);
        int bit = (int) at & 7;
        double number;
        if (single) {
            number = Float.intBitsToFloat((int) Bits.unsigned(values.bytes, index, bit, 32));
        } else if (width <= 64) {
            number = narrow(Bits.unsigned(values.bytes, index, bit, width));
        } else {
            number = wide(values.bytes, index, bit);
        }
        int slot = values.add(as);
        values.raw[slot] = Double.doubleToRawLongBits(number);
        if (plain) {
            values.value[slot] = number;
        } else {
            derivation.derive(values, slot);
        }
        values.position = at + width;
    }

    private double narrow(long bits) {
        long ordered = reversed ? BitOrders.reverse(bits, width) : bits;
        if (littleEndian) {
            ordered = BitOrders.swapBytes(ordered, width);
        }
        return Floats.narrow(ordered, width, kind);
    }

    private double wide(byte[] bytes, int index, int bit) {
        int highWidth = width - 64;
        long high = Bits.unsigned(bytes, index, bit, highWidth);
        long low = Bits.unsigned(bytes, index, bit + highWidth, 64);
        if (reversed) {
            long end = BitOrders.reverse(high, highWidth);
            long start = Long.reverse(low);
            high = start >>> (64 - highWidth);
            low = highWidth == 64 ? end : start << highWidth | end;
        }
        if (littleEndian) {
            long end = BitOrders.swapBytes(high, highWidth);
            long start = Long.reverseBytes(low);
            high = start >>> (64 - highWidth);
            low = highWidth == 64 ? end : start << highWidth | end;
        }
        return Floats.wide(high, low, width);
    }
}
