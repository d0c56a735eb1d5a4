package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.OfInteger;

/** Reads an integer of more than 64 bits: it stays where it is until someone asks for it. */
final class WideIntegerStep extends FieldStep {
    private final int width;
    private final boolean digits;
    private final Derivation derivation;

    WideIntegerStep(Field field, OfInteger encoding, Derivation derivation) {
        super(field);
        this.width = encoding.sizeInBits();
        this.digits =
                encoding.kind() == IntegerKind.BCD || encoding.kind() == IntegerKind.PACKED_BCD;
        this.derivation = derivation;
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
        values.spend(width, as.name());
        int slot = values.add(as);
        values.raw[slot] = Extent.of(at, width);
        if (digits && WideIntegers.of(values, slot).signum() < 0) {
            throw Failures.value(values, slot, "it is no binary coded decimal number");
        }
        derivation.derive(values, slot);
        values.position = at + width;
    }
}
