package io.tcsstamp.decode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Overlapping ranges of labels cut into disjoint ones; the label added last wins. */
final class LabelRanges {
    private static final BigInteger TWO_TO_63 = BigInteger.ONE.shiftLeft(63);
    private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private record Range(long start, long end, int label) {}

    private final boolean unsigned;
    private final List<Range> ranges = new ArrayList<>();
    private final List<Range> disjoint = new ArrayList<>();

    LabelRanges(boolean unsigned) {
        this.unsigned = unsigned;
    }

    /** Adds a label; what no raw value can be is left out. */
    void add(BigInteger first, BigInteger last, int label) {
        BigInteger shift = unsigned ? TWO_TO_63 : BigInteger.ZERO;
        BigInteger start = first.subtract(shift).max(LOWEST);
        BigInteger end = last.subtract(shift).min(HIGHEST);
        if (start.compareTo(end) <= 0) {
            ranges.add(new Range(start.longValue(), end.longValue(), label));
        }
    }

    /** The table of all that were added. */
    IntegerLabels table() {
        cut();
        int n = disjoint.size();
        long[] starts = new long[n];
        long[] ends = new long[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            starts[i] = disjoint.get(i).start();
            ends[i] = disjoint.get(i).end();
            labels[i] = disjoint.get(i).label();
        }
        return new IntegerLabels(unsigned, starts, ends, labels);
    }

    private void cut() {
        ranges.sort(Comparator.comparingLong(Range::start));
        PriorityQueue<Range> open =
                new PriorityQueue<>(Comparator.comparingInt(Range::label).reversed());
        int next = 0;
        long at = 0;
        while (next < ranges.size() || !open.isEmpty()) {
            if (open.isEmpty()) {
                at = ranges.get(next).start();
            }
            while (next < ranges.size() && ranges.get(next).start() == at) {
                open.add(ranges.get(next++));
            }
            Range top = open.peek();
            long end = top.end();
            if (next < ranges.size()) {
                end = Math.min(end, ranges.get(next).start() - 1);
            }
            disjoint.add(new Range(at, end, top.label()));
            if (end == Long.MAX_VALUE) {
                return;
            }
            at = end + 1;
            while (!open.isEmpty() && open.peek().end() < at) {
                open.remove();
            }
        }
    }
}
