package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;

/** Two texts or labels of the packet compared with each other, by Unicode code points. */
record TextRelation(Operand left, Operator operator, Operand right) implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        values.spend(values.bitLength >> 10, left.name());
        String a = text(values, left);
        String b = text(values, right);
        return operator.holds(TextCriterion.compare(a, b));
    }

    private static String text(PacketValues values, Operand operand) {
        return (String) ValueObjects.value(values, operand.slot(values));
    }
}
