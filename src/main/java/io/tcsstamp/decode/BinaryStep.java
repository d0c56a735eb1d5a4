package io.tcsstamp.decode;

/** Takes a run of bits as bytes. */
final class BinaryStep extends FieldStep {
    private final Quantity size;

    BinaryStep(Field field, Quantity size) {
        super(field);
        this.size = size;
    }

    /** How many bits. */
    Quantity size() {
        return size;
    }

    @Override
    public long fixedBits() {
        return size instanceof Quantity.Fixed fixed ? fixed.value() : VARIABLE;
    }

    @Override
    void read(PacketValues values, Field as) {
        long at = values.position;
        long bits = Sizes.inPacket(size, values, as.name());
        int slot = values.add(as);
        values.raw[slot] = Extent.of(at, bits);
        values.value[slot] = 0;
        values.position = at + bits;
    }
}
