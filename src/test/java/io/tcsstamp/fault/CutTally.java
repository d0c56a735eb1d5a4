package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * How connections ended. Immutable.
 *
 * @param unread closed with something unread, which is a reset
 * @param clean closed with all read
 * @param reset reset in spite of what was read
 * @param halfClosed half-closed, then closed by the bridge
 * @param notAccepted never accepted
 * @param other by the bridge, or still open
 * @param torn with a torn last line
 */
record CutTally(
        long unread,
        long clean,
        long reset,
        long halfClosed,
        long notAccepted,
        long other,
        long torn) {
    static CutTally of(FaultStamp stamp) {
        List<Arrivals> all = stamp.connections();
        long clean = count(all, "closed, all read");
        long unread = count(all, "closed with");
        long reset = count(all, "reset");
        long halfClosed = count(all, "half-closed, then closed");
        return new CutTally(
                unread,
                clean,
                reset,
                halfClosed,
                stamp.notAccepted(),
                all.size() - clean - unread - reset - halfClosed,
                all.stream().filter(arrivals -> arrivals.tornBytes() > 0).count());
    }

    private static long count(List<Arrivals> all, String ending) {
        return all.stream().filter(arrivals -> arrivals.ending().startsWith(ending)).count();
    }

    /** Checks that the hard cases were among them. */
    void assertThatAllKindsHappened() {
        assertThat(unread).as("closed with something unread").isPositive();
        assertThat(torn).as("with a torn last line").isPositive();
        assertThat(reset + halfClosed + notAccepted).as("other cuts").isPositive();
    }
}
