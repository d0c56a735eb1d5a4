package io.tcsstamp.camel;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What went over one connection: which position of the spool each byte on the wire belongs to. Not
 * thread-safe.
 */
final class ConnectionLedger {
    /** Entries smaller than this become one with the next, so that there are not too many. */
    private static final int LEAST = 4096;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Lines were written.
     *
     * @param wire how many bytes went over the connection with the last of them
     * @param start their position in the spool
     * @param end the position behind them
     * @param exact true where every byte of them is one byte on the wire: not with TLS
     */
    void wrote(long wire, long start, long end, boolean exact) {
        Entry last = entries.peekLast();
        boolean joins = last != null && last.end == start && last.exact == exact;
        if (joins && last.end - last.start < LEAST) {
            last.wire = wire;
            last.end = end;
        } else {
            entries.addLast(new Entry(wire, start, end, exact));
        }
    }

    /**
     * The position up to which all lines are within so many bytes of the wire; asked with growing
     * numbers.
     *
     * @return -1 where that is nothing new
     */
    long until(long wire) {
        long position = -1;
        while (!entries.isEmpty() && entries.peekFirst().wire <= wire) {
            position = entries.pollFirst().end;
        }
        return position;
    }

    /** Like until, and to the byte where that is known. */
    long exactlyUntil(long wire) {
        long position = until(wire);
        Entry next = entries.peekFirst();
        if (next == null || !next.exact) {
            return position;
        }
        return Math.max(position, Math.max(next.start, next.end - (next.wire - wire)));
    }

    private static final class Entry {
        private final long start;
        private final boolean exact;
        private long wire;
        private long end;

        Entry(long wire, long start, long end, boolean exact) {
            this.wire = wire;
            this.start = start;
            this.end = end;
            this.exact = exact;
        }
    }
}
