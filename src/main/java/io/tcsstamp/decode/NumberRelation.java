package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;

/** Two numbers of the packet compared with each other, exactly. */
record NumberRelation(Operand left, Operator operator, Operand right) implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        int a = left.slot(values);
        int b = right.slot(values);
        int comparison = Numbers.compare(values, a, left.calibrated(), b, right.calibrated());
        return Numbers.holds(operator, comparison);
    }
}
