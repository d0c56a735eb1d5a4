package io.tcsstamp.telemetry;

/**
 * How a housekeeping table behaves. Immutable.
 *
 * @param clear true to forget everything after each emission; false to send again what was not
 *     updated, with its old time and value
 * @param order of the samples in an emission
 * @param fractionalTime true where milliseconds are printed, and so count for the order; false for
 *     whole seconds
 * @param maxNames how many names the table holds at most, at least 1
 * @param maxBytes how many bytes of names and values the table holds at most
 */
public record HousekeepingOptions(
        boolean clear, EmissionOrder order, boolean fractionalTime, int maxNames, long maxBytes) {

    /** Clear, by time, whole seconds, 50,000 names and 8 MiB. */
    public static HousekeepingOptions defaults() {
        return new HousekeepingOptions(true, EmissionOrder.TIME, false, 50_000, 8 << 20);
    }
}
