package io.tcsstamp.monitor;

import java.util.concurrent.atomic.LongAdder;

/**
 * What goes out to one destination: accepted = sent + queued. <em>Sent</em> means that the endpoint
 * took the lines; it does not mean that the peer has read them. Thread-safe.
 */
public final class DestinationCounters {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder sent = new LongAdder();

    /** Counts lines that are to be delivered. */
    public void accepted(long lines) {
        accepted.add(lines);
    }

    /** Counts lines that the endpoint took. */
    public void sent(long lines) {
        sent.add(lines);
    }

    /** Lines taken by the endpoint. */
    public long sent() {
        return sent.sum();
    }

    /** Lines that wait for the endpoint, in memory. */
    public long queued() {
        // read in this order, so that it is never negative
        long done = sent.sum();
        return Math.max(0, accepted.sum() - done);
    }
}
