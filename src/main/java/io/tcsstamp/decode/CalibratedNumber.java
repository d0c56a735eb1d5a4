package io.tcsstamp.decode;

/**
 * The derived value is the raw number through a calibrator, always the same.
 *
 * @param function the calibrator
 */
record CalibratedNumber(NumberFunction function) implements Derivation {
    @Override
    public void derive(PacketValues values, int slot) {
        values.value[slot] = function.apply(PlainNumber.rawNumber(values, slot), values, slot);
    }
}
