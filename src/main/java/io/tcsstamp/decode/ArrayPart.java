package io.tcsstamp.decode;

import java.util.List;

/** Elements of an array; the last index runs fastest. */
final class ArrayPart implements Part {
    private static final long MOST_INDEX = Integer.MAX_VALUE;

    private final Quantity[] starts;
    private final Quantity[] ends;
    private final Part element;
    private final long weight;

    /**
     * Creates it.
     *
     * @param starts the index of the first element of each dimension
     * @param ends the index of the last element of each dimension
     * @param weight how many values an element has at most, so that time is bounded
     */
    ArrayPart(List<Quantity> starts, List<Quantity> ends, Part element, long weight) {
        this.starts = starts.toArray(Quantity[]::new);
        this.ends = ends.toArray(Quantity[]::new);
        this.element = element;
        this.weight = weight;
    }

    @Override
    public long fixedBits() {
        return Step.VARIABLE;
    }

    @Override
    public boolean isSkipped() {
        return element.isSkipped();
    }

    @Override
    public void read(PacketValues values, PartNames names) {
        read(values, names, 0);
    }

    private void read(PacketValues values, PartNames names, int dimension) {
        String name = names.name();
        long start = starts[dimension].get(values, name);
        long end = ends[dimension].get(values, name);
        long count = end - start + 1;
        if (Math.abs(start) > MOST_INDEX
                || Math.abs(end) > MOST_INDEX
                || count < 0
                || count > PacketValues.MAX_SLOTS) {
            throw Failures.size(
                    values,
                    name,
                    "its indexes go from %d to %d, and 0 to %d elements are possible"
                            .formatted(start, end, PacketValues.MAX_SLOTS));
        }
        boolean last = dimension == starts.length - 1;
        if (last && element.isSkipped() && element.fixedBits() >= 0) {
            pass(values, count, name);
            return;
        }
        for (long i = start; i <= end; i++) {
            values.spend(weight, name);
            PartNames own = names.element(i);
            if (last) {
                element.read(values, own);
            } else {
                read(values, own, dimension + 1);
            }
        }
    }

    private void pass(PacketValues values, long count, String name) {
        long bits = element.fixedBits();
        if (bits > 0 && count > (values.bitLength - values.position) / bits) {
            throw Failures.tooShort(
                    values,
                    name,
                    Math.multiplyHigh(count, bits) == 0 ? count * bits : Long.MAX_VALUE);
        }
        values.position += count * bits;
    }
}
