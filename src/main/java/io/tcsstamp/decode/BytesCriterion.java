package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.util.Arrays;

/**
 * Raw bytes of the packet compared with a literal, byte by byte without a sign.
 *
 * @param operand of {@link RawKind#BYTES} or {@link RawKind#TEXT}
 * @param operator how
 * @param literal the bytes
 */
record BytesCriterion(Operand operand, Operator operator, byte[] literal) implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        byte[] start = ValueObjects.firstBytes(values, operand.slot(values), literal.length + 1);
        return operator.holds(Arrays.compareUnsigned(start, literal));
    }
}
