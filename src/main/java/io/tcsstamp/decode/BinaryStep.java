package io.tcsstamp.decode;

/** Takes a run of bits as bytes. */
final class BinaryStep extends FieldStep {
    private final Quantity size;
    private final Derivation derivation;

    /**
     * Creates the step.
     *
     * @param size in bits
     * @param derivation of a value from the bytes, null where the bytes are the value
     */
    BinaryStep(Field field, Quantity size, Derivation derivation) {
        super(field);
        this.size = size;
        this.derivation = derivation;
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
        if (derivation == null) {
            values.value[slot] = 0;
        } else {
            derivation.derive(values, slot);
        }
        values.position = at + bits;
    }
}
