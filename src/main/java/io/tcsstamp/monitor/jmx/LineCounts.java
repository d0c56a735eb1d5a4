package io.tcsstamp.monitor.jmx;

import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolCounters;

/**
 * What became of the lines of one destination, at one moment. Immutable.
 *
 * @param recovered lines that were in the spool at the start
 * @param accepted lines put into it since
 * @param confirmed lines known to be delivered
 * @param spooled lines that are in it now
 * @param dropped lines given up
 * @param resent lines sent again
 */
record LineCounts(
        long recovered, long accepted, long confirmed, long spooled, long dropped, long resent) {

    /** Nothing. */
    static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

    /** What is so now; where lines go is looked at before where they come from. */
    static LineCounts of(Spool spool) {
        SpoolCounters counters = spool.counters();
        long confirmed = counters.confirmed();
        long dropped = counters.dropped();
        long spooled = spool.lines();
        return new LineCounts(
                counters.recovered(),
                counters.accepted(),
                confirmed,
                spooled,
                dropped,
                counters.resent());
    }

    /**
     * What has come since another moment: what was in the spool then counts as recovered, as it
     * does after a restart.
     */
    LineCounts since(LineCounts then) {
        return new LineCounts(
                recovered + then.accepted - then.confirmed - then.dropped,
                accepted - then.accepted,
                confirmed - then.confirmed,
                spooled,
                dropped - then.dropped,
                resent - then.resent);
    }

    @Override
    public String toString() {
        return String.format(
                "%d recovered + %d accepted = %d confirmed + %d spooled + %d dropped; %d resent",
                recovered, accepted, confirmed, spooled, dropped, resent);
    }
}
