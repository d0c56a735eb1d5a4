package io.tcsstamp.decode;

/**
 * The derived value is true (1) for the text of true, false (0) for the text of false, else true
 * where the text is not empty.
 *
 * @param charset of the text
 * @param one how true is written
 * @param zero how false is written
 */
record BooleanOfText(TextCharset charset, String one, String zero) implements Derivation {
    @Override
    public void derive(PacketValues values, int slot) {
        String text = charset.text(values, values.text[slot]);
        boolean truth = text.equals(one) || (!text.equals(zero) && !text.isEmpty());
        values.value[slot] = truth ? 1 : 0;
    }
}
