package io.tcsstamp.decode;

/** Why a packet could not be decoded, or not wholly: what counters count by. */
public enum Cause {
    /** The definition has no container for it. */
    UNKNOWN("unknown"),
    /** More than one container of the definition matches. */
    AMBIGUOUS("ambiguous"),
    /** It ends before the last field. */
    SHORT("short"),
    /** Bits are left behind the last field; the values are good. */
    OVERLONG("over-long"),
    /** A size, a count or a place that its data give is negative or beyond every bound. */
    SIZE("bad-size"),
    /** A raw value has no label, cannot be calibrated, or is no text or digit. */
    VALUE("bad-value"),
    /** A value is asked for that is not in the packet. */
    REFERENCE("missing-reference");

    private final String text;

    Cause(String text) {
        this.text = text;
    }

    /** In lower case with hyphens, as counters and reports name it. */
    @Override
    public String toString() {
        return text;
    }
}
