package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;

/**
 * A comparison of a raw integer of at most 64 bits with a literal: what nearly all criteria are.
 *
 * @param operand the integer: a raw value, or a derived one that is the raw one
 * @param operator how
 * @param literal with what; unsigned where the flag says so
 * @param unsigned true where both are compared as unsigned numbers, as a raw value of 64 bits needs
 */
record IntegerCriterion(Operand operand, Operator operator, long literal, boolean unsigned)
        implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        long raw = values.raw[operand.slot(values)];
        return switch (operator) {
            case EQ -> raw == literal;
            case NE -> raw != literal;
            default ->
                    operator.holds(
                            unsigned
                                    ? Long.compareUnsigned(raw, literal)
                                    : Long.compare(raw, literal));
        };
    }
}
