package io.tcsstamp.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one quantity, by contender; a figure is NaN where nothing was. Not
 * thread-safe.
 */
final class Series {
    private final Map<Contender, List<Double>> values = new EnumMap<>(Contender.class);

    void add(Contender contender, double value) {
        values.computeIfAbsent(contender, each -> new ArrayList<>()).add(value);
    }

    double median(Contender contender) {
        return median(values.getOrDefault(contender, List.of()));
    }

    /** The median of any values; NaN where there are none. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** The value that is not exceeded by a share of all values, between 0 (excluded) and 1. */
    double percentile(Contender contender, double share) {
        List<Double> sorted = sorted(contender);
        int n = sorted.size();
        return n == 0 ? Double.NaN : sorted.get((int) Math.ceil(share * n) - 1);
    }

    double least(Contender contender) {
        return sorted(contender).stream().findFirst().orElse(Double.NaN);
    }

    double most(Contender contender) {
        return percentile(contender, 1);
    }

    private List<Double> sorted(Contender contender) {
        return values.getOrDefault(contender, List.of()).stream().sorted().toList();
    }
}
