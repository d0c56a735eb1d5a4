package io.tcsstamp.decode;

/**
 * A comparison of a label or a truth value: what it gives for each is known beforehand.
 *
 * @param operand an enumeration or a boolean
 * @param holds by the index of the label, or by 0 for false and 1 for true
 */
record IndexCriterion(Operand operand, boolean[] holds) implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        return holds[(int) values.value[operand.slot(values)]];
    }
}
