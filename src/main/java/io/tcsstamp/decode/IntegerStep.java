package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.OfInteger;
import io.tcsstamp.packet.Bits;

/** Reads an integer of 1 to 64 bits. */
final class IntegerStep extends FieldStep {
    private final int width;
    private final IntegerKind kind;
    private final boolean littleEndian;
    private final boolean reversed;
    private final boolean simple;
    private final boolean plain;
    private final Derivation derivation;

    IntegerStep(Field field, OfInteger encoding, Derivation derivation) {
        super(field);
        this.width = encoding.sizeInBits();
        this.kind = encoding.kind();
        this.littleEndian = width > 8 && encoding.byteOrder() == ByteOrder.LEAST_SIGNIFICANT_FIRST;
        this.reversed = encoding.bitOrder() == BitOrder.LEAST_SIGNIFICANT_FIRST;
        this.simple = kind == IntegerKind.UNSIGNED && !littleEndian && !reversed;
        this.derivation = derivation;
        this.plain = derivation instanceof PlainNumber;
    }

    int width() {
        return width;
    }

    IntegerKind kind() {
        return kind;
    }

    /** True where the order of bytes matters and is the least significant one first. */
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
        long bits =
                Bits.unsigned(values.bytes, values.offset + (int) (at >> 3), (int) at & 7, width);
        int slot = values.add(as);
        long raw = simple ? bits : decode(bits, values, slot);
        values.raw[slot] = raw;
        if (plain && raw >= 0) {
            values.value[slot] = raw;
        } else {
            derivation.derive(values, slot);
        }
        values.position = at + width;
    }

    private long decode(long bits, PacketValues values, int slot) {
        long ordered = bits;
        if (reversed) {
            ordered = BitOrders.reverse(ordered, width);
        }
        if (littleEndian) {
            ordered = BitOrders.swapBytes(ordered, width);
        }
        return IntegerKinds.value(ordered, width, kind, values, slot);
    }
}
