package io.tcsstamp.spool;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was taken out to be sent and is not confirmed, in order: enough to count lines, not the
 * lines themselves. Not thread-safe.
 */
final class SentWindow {
    /** Entries smaller than this become one with the next, so that there are not too many. */
    private static final int LEAST = 4096;

    private final Deque<Entry> entries = new ArrayDeque<>();

    void add(SpooledLines batch) {
        // the last one stays by itself: it may be taken back
        Entry last = entries.pollLast();
        if (last != null) {
            Entry before = entries.peekLast();
            if (before != null && before.end == last.start && before.end - before.start < LEAST) {
                before.end = last.end;
                before.amount = before.amount.plus(last.amount);
            } else {
                entries.addLast(last);
            }
        }
        entries.addLast(new Entry(batch));
    }

    /** Takes back what was added last. */
    void removeLast() {
        entries.pollLast();
    }

    /** Removes the entries that end at a position or before it; returns what they were. */
    Amount removeUntil(long position) {
        Amount removed = Amount.NONE;
        while (!entries.isEmpty() && entries.peekFirst().end <= position) {
            removed = removed.plus(entries.pollFirst().amount);
        }
        return removed;
    }

    /** Takes out what ends at a position, at a line's start, and is so much from the front. */
    void cut(long position, Amount gone) {
        Amount whole = removeUntil(position);
        Entry first = entries.peekFirst();
        if (first != null) {
            first.amount = first.amount.plus(whole).minus(gone);
        }
    }

    /** Where the whole entries end that end at a position or before it. */
    long floor(long position, long otherwise) {
        long floor = otherwise;
        for (Entry entry : entries) {
            if (entry.end > position) {
                break;
            }
            floor = entry.end;
        }
        return floor;
    }

    private static final class Entry {
        private final long start;
        private long end;
        private Amount amount;

        Entry(SpooledLines batch) {
            start = batch.start();
            end = batch.end();
            amount = Amount.of(batch);
        }
    }
}
