package io.tcsstamp.decode;

/** Reads a buffer of text. */
final class StringStep extends FieldStep {
    private final Quantity size;
    private final TextRule rule;
    private final TextCharset charset;
    private final Derivation derivation;

    /**
     * Creates the step.
     *
     * @param size of the buffer in bits
     * @param rule how long the text is in it
     * @param charset of the text
     * @param derivation of a value from the text, null where the text is the value
     */
    StringStep(
            Field field, Quantity size, TextRule rule, TextCharset charset, Derivation derivation) {
        super(field);
        this.size = size;
        this.rule = rule;
        this.charset = charset;
        this.derivation = derivation;
    }

    /** Of the buffer in bits. */
    Quantity size() {
        return size;
    }

    @Override
    public long fixedBits() {
        return size instanceof Quantity.Fixed fixed ? fixed.value() : VARIABLE;
    }

    @Override
    void read(PacketValues values, Field as) {
        long at = values.position;
        long bits = Sizes.inPacket(size, values, as.name());
        values.spend(bits >> 6, as.name());
        int slot = values.add(as);
        values.raw[slot] = Extent.of(at, bits);
        long text = rule.textWithin(values, slot, charset);
        charset.check(values, slot, text);
        values.text[slot] = text;
        if (derivation == null) {
            values.value[slot] = 0;
        } else {
            derivation.derive(values, slot);
        }
        values.position = at + bits;
    }
}
