package io.tcsstamp.decode;

/** The derived value is the index of the label of a float. */
final class FloatLabels implements Derivation {
    private final double[] first;
    private final double[] last;

    /** Creates it of the first and the last raw value of each label. */
    FloatLabels(double[] first, double[] last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public void derive(PacketValues values, int slot) {
        values.spend(first.length >> 4, values.fields[slot].name());
        double raw = Double.longBitsToDouble(values.raw[slot]);
        for (int i = first.length - 1; i >= 0; i--) {
            if (raw >= first[i] && raw <= last[i]) {
                values.value[slot] = i;
                return;
            }
        }
        throw Failures.value(values, slot, "the raw value " + raw + " has no label");
    }
}
