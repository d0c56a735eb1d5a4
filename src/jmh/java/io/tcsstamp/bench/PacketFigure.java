package io.tcsstamp.bench;

/**
 * What was measured of the work on packets; NaN where there is nothing to tell.
 *
 * @param title what it is about
 * @param unit of the figure
 * @param decimals to be shown
 * @param measured the median
 * @param yardstick the median of the yardstick
 * @param ratio the median of the ratios of the rounds
 * @param allocated bytes of garbage per packet
 */
record PacketFigure(
        String title,
        String unit,
        int decimals,
        double measured,
        double yardstick,
        double ratio,
        double allocated) {

    /** One that stands for itself. */
    static PacketFigure alone(String title, String unit, int decimals, double measured) {
        return new PacketFigure(
                title, unit, decimals, measured, Double.NaN, Double.NaN, Double.NaN);
    }
}
