package io.tcsstamp.bench;

import io.tcsstamp.workload.JpssLike;

/**
 * The packets of {@link JpssLike#calibratedDefinition}: those of the plain one, with three lines,
 * four cubic polynomials and three lists of labels.
 */
final class HandWrittenCalibrated implements HandWritten {
    private static final double L0 = JpssLike.LINE.get(0);
    private static final double L1 = JpssLike.LINE.get(1);
    private static final double C0 = JpssLike.CUBIC.get(0);
    private static final double C1 = JpssLike.CUBIC.get(1);
    private static final double C2 = JpssLike.CUBIC.get(2);
    private static final double C3 = JpssLike.CUBIC.get(3);
    private static final int UNITS = JpssLike.UNIT_LABELS.size();

    private final HandWrittenPlain plain = new HandWrittenPlain();

    @Override
    public boolean decode(byte[] bytes, int offset, int length, long[] raw, double[] number) {
        if (!plain.decode(bytes, offset, length, raw, number)) {
            return false;
        }
        // the flags have a label for each of their values, which is also its index
        if (number[10] >= UNITS) {
            return false;
        }
        number[7] = line(number[7]);
        number[11] = line(number[11]);
        number[12] = cubic(number[12]);
        number[13] = cubic(number[13]);
        number[20] = line(number[20]);
        number[21] = cubic(number[21]);
        number[22] = cubic(number[22]);
        return true;
    }

    private static double line(double raw) {
        return L0 + L1 * raw;
    }

    private static double cubic(double raw) {
        return C0 + raw * (C1 + raw * (C2 + raw * C3));
    }
}
