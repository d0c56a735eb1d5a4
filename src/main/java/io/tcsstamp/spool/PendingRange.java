package io.tcsstamp.spool;

/**
 * Entries of a source in the journal of pending samples.
 *
 * @param source the source's id
 * @param first the number of the first entry, 0 where there is none
 * @param last the number of the last entry
 */
public record PendingRange(String source, long first, long last) {
    /** The entries behind a number. */
    PendingRange behind(long seq) {
        return new PendingRange(source, Math.max(first, seq + 1), last);
    }

    /** True where no entry is meant. */
    public boolean isEmpty() {
        return first == 0 || last < first;
    }
}
