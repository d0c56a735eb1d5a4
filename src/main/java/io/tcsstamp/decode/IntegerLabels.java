package io.tcsstamp.decode;

/**
 * The derived value is the index of the label of a raw integer of at most 64 bits.
 *
 * <p>Raw values are ordered as signed numbers; those of {@link RawKind#UNSIGNED} have their highest
 * bit turned for that.
 */
final class IntegerLabels implements Derivation {
    private final boolean unsigned;
    private final long first;
    private final int[] dense;
    private final long[] starts;
    private final long[] ends;
    private final int[] labels;

    /**
     * Creates a table of disjoint, ascending ranges.
     *
     * @param unsigned true for raw values of {@link RawKind#UNSIGNED}
     * @param starts the first raw value of each range, in the order above
     * @param ends the last raw value of each range
     * @param labels the index of the label of each range
     */
    IntegerLabels(boolean unsigned, long[] starts, long[] ends, int[] labels) {
        this.unsigned = unsigned;
        this.starts = starts;
        this.ends = ends;
        this.labels = labels;
        this.dense = DenseLabels.of(starts, ends, labels);
        this.first = starts.length == 0 ? 0 : starts[0];
    }

    /** True where raw values are ordered with their highest bit turned. */
    boolean unsigned() {
        return unsigned;
    }

    /** The lowest raw value (its highest bit turned where unsigned): index 0 of the table. */
    long first() {
        return first;
    }

    /** The index of the label by raw value less {@link #first}, -1 for none; null: too sparse. */
    int[] dense() {
        return dense;
    }

    @Override
    public void derive(PacketValues values, int slot) {
        int label = label(values.raw[slot]);
        if (label < 0) {
            throw unknown(values, slot);
        }
        values.value[slot] = label;
    }

    /** The index of the label of a raw value, -1 for none. */
    int label(long raw) {
        long key = unsigned ? raw ^ Long.MIN_VALUE : raw;
        if (dense != null) {
            long index = key - first;
            return index >= 0 && index < dense.length && key >= first ? dense[(int) index] : -1;
        }
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (key < starts[middle]) {
                high = middle - 1;
            } else if (key > ends[middle]) {
                low = middle + 1;
            } else {
                return labels[middle];
            }
        }
        return -1;
    }

    /** The failure of a raw value without a label. */
    static DecodeFailure unknown(PacketValues values, int slot) {
        long raw = values.raw[slot];
        String text =
                values.fields[slot].rawKind() == RawKind.UNSIGNED
                        ? Long.toUnsignedString(raw)
                        : Long.toString(raw);
        return Failures.value(values, slot, "the raw value " + text + " has no label");
    }
}
