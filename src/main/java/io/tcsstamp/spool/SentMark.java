package io.tcsstamp.spool;

/**
 * Up to where lines were sent at least once: so that it can be told what is sent again. Where a
 * file was opened late, there are two such positions, as what it held goes before what was appended
 * until then. Not thread-safe.
 */
final class SentMark {
    /** Everything below is of an earlier run, in a file that was opened late. */
    private long earlierEnd = Long.MIN_VALUE;

    private long earlier = Long.MIN_VALUE;
    private long position;

    SentMark(long position) {
        this.position = position;
    }

    /** A file was opened late: what it holds ends below a position, and was sent up to another. */
    void earlier(long end, long sent) {
        earlierEnd = end;
        earlier = sent;
    }

    /** A batch goes on its way; how many of its lines did so before. */
    int sent(SpooledLines batch) {
        boolean old = batch.start() < earlierEnd;
        int again = batch.linesBefore(old ? earlier : position);
        if (old) {
            earlier = Math.max(earlier, batch.end());
        } else {
            position = Math.max(position, batch.end());
        }
        return again;
    }

    /** The position that counts where everything below another one is delivered. */
    long position(long confirmed) {
        return confirmed < earlierEnd ? earlier : position;
    }
}
