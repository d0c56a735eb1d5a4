package io.tcsstamp.decode;

/**
 * {@code slope * value + intercept}, cut to an integer towards zero. XTCE: DynamicValue.
 *
 * @param operand a number
 * @param slope the factor
 * @param intercept the summand
 */
record DynamicQuantity(Operand operand, double slope, double intercept) implements Quantity {
    // whatever is larger than this is beyond every packet
    private static final double BOUND = 1L << 40;

    @Override
    public long get(PacketValues values, String of) {
        int slot = operand.slot(values);
        RawKind kind = Numbers.kind(values, slot, operand.calibrated());
        double value =
                kind == RawKind.FLOAT
                        ? Numbers.floatOf(values, slot, operand.calibrated())
                        : PlainNumber.rawNumber(values, slot);
        double result = slope * value + intercept;
        if (!(Math.abs(result) < BOUND)) {
            throw Failures.size(
                    values,
                    of,
                    "%s gives %s for it, which is beyond every bound"
                            .formatted(operand.name(), result));
        }
        return (long) result;
    }
}
