package io.tcsstamp.decode;

import java.math.BigInteger;
import java.util.List;

/** The derived value is the index of the label of an integer of more than 64 bits. */
final class WideLabels implements Derivation {
    private final List<BigInteger[]> ranges;

    /** Creates it of the first and the last raw value of each label. */
    WideLabels(List<BigInteger[]> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    @Override
    public void derive(PacketValues values, int slot) {
        values.spend(ranges.size(), values.fields[slot].name());
        BigInteger raw = WideIntegers.of(values, slot);
        for (int i = ranges.size() - 1; i >= 0; i--) {
            BigInteger[] range = ranges.get(i);
            if (raw.compareTo(range[0]) >= 0 && raw.compareTo(range[1]) <= 0) {
                values.value[slot] = i;
                return;
            }
        }
        throw Failures.value(values, slot, "the raw value " + raw + " has no label");
    }
}
