package io.tcsstamp.bench;

import java.util.Arrays;

/** Figures that sum up a series. */
record Stats(double median, double p99, double least, double most) {

    /** Sums up at least one value. */
    static Stats of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Stats(median, sorted[(int) Math.ceil(0.99 * n) - 1], sorted[0], sorted[n - 1]);
    }
}
