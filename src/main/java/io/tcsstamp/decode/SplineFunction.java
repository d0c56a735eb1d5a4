package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibrator;

/** Points that are joined. XTCE: SplineCalibrator. */
final class SplineFunction implements NumberFunction {
    private final int order;
    private final boolean extrapolate;
    private final double[] x;
    private final double[] y;

    /** Creates it of at least one point. */
    SplineFunction(Calibrator.Spline spline) {
        this.x = spline.points().stream().mapToDouble(Calibrator.Point::raw).toArray();
        this.y = spline.points().stream().mapToDouble(Calibrator.Point::calibrated).toArray();
        this.order = Math.min(spline.order(), x.length - 1);
        this.extrapolate = spline.extrapolate();
    }

    /** True for a raw number that has a calibrated value. */
    boolean covers(double raw) {
        return raw >= x[0] && raw <= x[x.length - 1] || extrapolate && !Double.isNaN(raw);
    }

    @Override
    public double apply(double raw, PacketValues values, int slot) {
        int last = x.length - 1;
        if (!covers(raw)) {
            throw Failures.value(
                    values,
                    slot,
                    "the raw value %s is not between the calibrator's points %s and %s"
                            .formatted(raw, x[0], x[last]));
        }
        int segment = segment(raw);
        return switch (order) {
            case 0 -> y[segment];
            case 1 -> line(raw, Math.min(segment, last - 1));
            default -> polynomial(raw, segment);
        };
    }

    /** The last point that is not above, or the first. */
    private int segment(double raw) {
        int low = 0;
        int high = x.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (x[middle] <= raw) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double line(double raw, int from) {
        double slope = (y[from + 1] - y[from]) / (x[from + 1] - x[from]);
        return slope * (raw - x[from]) + y[from];
    }

    /** Lagrange's polynomial through order + 1 points around a segment. */
    private double polynomial(double raw, int segment) {
        int from = Math.max(0, Math.min(segment - (order - 1) / 2, x.length - 1 - order));
        double sum = 0;
        for (int i = from; i <= from + order; i++) {
            double term = y[i];
            for (int k = from; k <= from + order; k++) {
                if (k != i) {
                    term *= (raw - x[k]) / (x[i] - x[k]);
                }
            }
            sum += term;
        }
        return sum;
    }
}
