package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.util.Arrays;

/** Raw bytes of two values of the packet compared with each other. */
record BytesRelation(Operand left, Operator operator, Operand right) implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        values.spend(values.bitLength >> 10, left.name());
        byte[] a = (byte[]) ValueObjects.raw(values, left.slot(values));
        byte[] b = (byte[]) ValueObjects.raw(values, right.slot(values));
        return operator.holds(Arrays.compareUnsigned(a, b));
    }
}
