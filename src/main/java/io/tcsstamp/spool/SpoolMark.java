package io.tcsstamp.spool;

/**
 * Where a spool stands, as its file keeps it.
 *
 * @param confirmed up to this position everything was delivered or dropped
 * @param sent up to this position everything was sent at least once
 * @param end the position of the next lines
 * @param held what is between confirmed and end
 */
record SpoolMark(long confirmed, long sent, long end, Amount held) {
    /** True where it can be: a damaged file may say anything. */
    boolean isSane() {
        return confirmed >= 0
                && end >= confirmed
                && held.lines() >= 0
                && held.bytes() >= held.lines()
                && held.bytes() <= end - confirmed;
    }
}
