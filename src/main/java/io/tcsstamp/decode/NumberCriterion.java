package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.math.BigInteger;

/**
 * A comparison of a number with a literal, where {@link IntegerCriterion} does not do: the number
 * is a float, or may be one, or has more than 64 bits.
 *
 * @param operand the number
 * @param operator how
 * @param integer the literal where it is an integer, else null
 * @param number the literal as a double
 */
record NumberCriterion(Operand operand, Operator operator, BigInteger integer, double number)
        implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        int slot = operand.slot(values);
        return Numbers.holds(operator, compare(values, slot));
    }

    private int compare(PacketValues values, int slot) {
        RawKind kind = Numbers.kind(values, slot, operand.calibrated());
        if (kind == RawKind.FLOAT) {
            double left = Numbers.floatOf(values, slot, operand.calibrated());
            if (integer == null || integer.bitLength() <= 53) {
                return Numbers.compare(left, number);
            }
            int turned = Numbers.compare(integer, left);
            return turned == Numbers.UNORDERED ? turned : -turned;
        }
        if (integer == null) {
            return Numbers.isLong(values, slot, kind)
                    ? Numbers.compare(values.raw[slot], number)
                    : Numbers.compare(Numbers.integer(values, slot), number);
        }
        if (integer.bitLength() < 64 && Numbers.isLong(values, slot, kind)) {
            return Long.compare(values.raw[slot], integer.longValue());
        }
        return Numbers.integer(values, slot).compareTo(integer);
    }
}
