package io.tcsstamp.decode;

/**
 * A quantity less others: where an entry starts that is placed before something.
 *
 * @param from what is subtracted from
 * @param less what is subtracted
 * @param fixed what is subtracted besides
 */
record Difference(Quantity from, Quantity less, long fixed) implements Quantity {
    // places beyond this are outside of every packet, and sums of them do not overflow
    private static final long BOUND = 1L << 40;

    @Override
    public long get(PacketValues values, String of) {
        return bounded(from.get(values, of)) - bounded(less.get(values, of)) - fixed;
    }

    private static long bounded(long place) {
        return Math.max(-BOUND, Math.min(BOUND, place));
    }
}
