package io.tcsstamp.spool;

import io.tcsstamp.spool.PendingJournal.Written;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.SampleBatch;

/**
 * The housekeeping table of one source, with what is pending in it kept in a journal too.
 * Thread-safe: an emission and the entries it covers are taken together.
 */
public final class PendingTable {
    private static final int COMPACT_BYTES = 4 << 20;

    private final String source;
    private final Housekeeping table;
    private final PendingJournal journal;
    private final int compactBytes;
    private long first;
    private long last;
    private long bytes;
    private long snapshotBytes;
    private int blocks;
    private long seenFailures;
    private boolean compactNext;

    /** What is to be sent, and the entries that can go once that is safe. */
    public record Emission(SampleBatch samples, PendingRange entries) {}

    /**
     * Puts a table and a journal together.
     *
     * @param journal null for none
     */
    public PendingTable(String source, Housekeeping table, PendingJournal journal) {
        this(source, table, journal, COMPACT_BYTES);
    }

    PendingTable(String source, Housekeeping table, PendingJournal journal, int compactBytes) {
        this.source = source;
        this.table = table;
        this.journal = journal;
        this.compactBytes = compactBytes;
    }

    /** The table. */
    public Housekeeping table() {
        return table;
    }

    /**
     * Takes all samples of a batch into the journal and the table.
     *
     * @param more true where another call for the same read of a socket follows
     * @return an empty batch with what the table had no room for, as rejections
     */
    public synchronized SampleBatch add(SampleBatch batch, boolean more) {
        blocks += batch.blockCount();
        boolean missing = false;
        if (journal != null && !batch.isEmpty()) {
            Written written = journal.add(source, batch, more);
            compactNext |= seenFailures != journal.failures();
            seenFailures = journal.failures();
            cover(written);
            missing = written == Written.NONE;
        }
        SampleBatch overflow = table.add(batch);
        if (missing) {
            compactNext = true;
        } else if (journal != null
                && (compactNext || bytes > Math.max(compactBytes, 2 * snapshotBytes))) {
            compact();
        }
        return overflow;
    }

    /**
     * Takes samples into the table that are in the journal already.
     *
     * @param more true where another part of that entry follows
     * @return as {@link #add}
     */
    public synchronized SampleBatch restore(PendingRange entry, SampleBatch batch, boolean more) {
        blocks += batch.blockCount();
        if (!more) {
            cover(new Written(entry.last(), 0));
        }
        // or the entries of many short runs would add up
        compactNext = true;
        return table.add(batch);
    }

    private void cover(Written written) {
        if (written != Written.NONE) {
            first = first == 0 ? written.seq() : first;
            last = written.seq();
            bytes += written.bytes();
        }
    }

    /** One entry with what is pending now instead of all that led to it. */
    private void compact() {
        Written written =
                journal.replace(
                        new PendingRange(source, first, last), table.pendingSamples(blocks));
        compactNext = written == Written.NONE && table.pending() > 0;
        if (written != Written.NONE) {
            first = written.seq();
            last = written.seq();
            bytes = written.bytes();
            snapshotBytes = written.bytes();
        }
    }

    /** Takes out what is to be sent now. */
    public synchronized Emission emit() {
        PendingRange entries = new PendingRange(source, first, last);
        SampleBatch samples = table.emit();
        first = 0;
        last = 0;
        bytes = 0;
        blocks = 0;
        compactNext = false;
        if (samples.isEmpty() && journal != null) {
            // all that came was rejected: nothing will be sent that could be waited for
            journal.emitted(entries);
        }
        return new Emission(samples, entries);
    }
}
