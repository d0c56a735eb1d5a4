package io.tcsstamp.decode;

/** The derived value is true (1) where the raw number is not 0; a NaN is true. */
enum BooleanOfNumber implements Derivation {
    /** The only one. */
    INSTANCE;

    @Override
    public void derive(PacketValues values, int slot) {
        values.value[slot] = PlainNumber.rawNumber(values, slot) != 0 ? 1 : 0;
    }
}
