package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;

/**
 * A text of the packet compared with a literal, by Unicode code points.
 *
 * @param operand of {@link ValueKind#TEXT}
 * @param operator how
 * @param literal the text
 * @param charset of the operand
 */
record TextCriterion(Operand operand, Operator operator, String literal, TextCharset charset)
        implements Criterion {
    @Override
    public boolean test(PacketValues values) {
        int slot = operand.slot(values);
        return operator.holds(compare(charset.text(values, values.text[slot]), literal));
    }

    /** By code points. */
    static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                boolean pair = i > 0 && Character.isHighSurrogate(a.charAt(i - 1));
                int at = pair ? i - 1 : i;
                return Integer.compare(a.codePointAt(at), b.codePointAt(at));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
