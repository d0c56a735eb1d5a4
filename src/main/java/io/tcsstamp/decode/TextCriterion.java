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
        long text = values.text[slot];
        // a character is four bytes at most, and there may be a mark in front
        long enough = Math.min(Extent.bitLength(text), 32L * (literal.length() + 2));
        String start = charset.text(values, Extent.of(Extent.bitOffset(text), enough));
        return operator.holds(compare(start, literal));
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
