package io.tcsstamp.spool;

import java.util.concurrent.atomic.LongAdder;

/**
 * What became of a destination's lines in this run. At every moment of rest: recovered + accepted =
 * confirmed + spooled + dropped. Thread-safe.
 */
public final class SpoolCounters {
    final LongAdder recovered = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder confirmed = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder resent = new LongAdder();

    SpoolCounters() {}

    /** Lines that the file held from an earlier run. */
    public long recovered() {
        return recovered.sum();
    }

    /** Lines that were put into the spool. */
    public long accepted() {
        return accepted.sum();
    }

    /** Lines whose delivery is confirmed. */
    public long confirmed() {
        return confirmed.sum();
    }

    /** Lines that were given up, because there was no room or their file was damaged. */
    public long dropped() {
        return dropped.sum();
    }

    /** Lines that were sent again, because it was not known whether they had arrived. */
    public long resent() {
        return resent.sum();
    }
}
