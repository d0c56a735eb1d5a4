package io.tcsstamp.decode;

import java.util.Arrays;

/** Ranges of raw values made into a table with one place for each value. */
final class DenseLabels {
    private static final int ALWAYS = 1024;
    private static final int MOST = 1 << 16;

    private DenseLabels() {}

    /** The table, or null where it would be mostly empty. */
    static int[] of(long[] starts, long[] ends, int[] labels) {
        if (starts.length == 0) {
            return new int[0];
        }
        long span = ends[ends.length - 1] - starts[0] + 1;
        if (span <= 0 || span > MOST || (span > ALWAYS && span > 16L * starts.length)) {
            return null;
        }
        int[] table = new int[(int) span];
        Arrays.fill(table, -1);
        for (int i = 0; i < starts.length; i++) {
            int from = (int) (starts[i] - starts[0]);
            int to = (int) (ends[i] - starts[0]);
            Arrays.fill(table, from, to + 1, labels[i]);
        }
        return table;
    }
}
