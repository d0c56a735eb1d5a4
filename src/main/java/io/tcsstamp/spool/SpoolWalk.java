package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolException.Kind;
import java.sql.SQLException;

/**
 * Goes through the batches of a file from the oldest on, one in memory at a time, and around what
 * is damaged. Not thread-safe.
 */
final class SpoolWalk {
    /** A file cannot be larger than this: the limit of SQLite. */
    private static final long FAR = 1L << 48;

    private final SpoolReader reader;
    private final long confirmed;
    private long position = -1;
    private long gaps;

    /** Starts at a position that may be inside a batch. */
    SpoolWalk(SpoolReader reader, long confirmed) {
        this.reader = reader;
        this.confirmed = confirmed;
    }

    /** The next batch that can be read; null at the end. */
    SpooledLines next() throws SpoolException {
        while (true) {
            long start = nextStart();
            if (start < 0) {
                return null;
            }
            position = start;
            SpooledLines batch = read(start);
            if (batch != null && batch.end() > confirmed) {
                return batch.from(confirmed);
            }
        }
    }

    /** At how many places something could not be read. */
    long gaps() {
        return gaps;
    }

    private SpooledLines read(long start) throws SpoolException {
        try {
            return reader.batch(start);
        } catch (SpoolException e) {
            gaps++;
        } catch (SQLException e) {
            rethrowUnlessDamaged(e);
            gaps++;
        }
        return null;
    }

    private long nextStart() throws SpoolException {
        try {
            return reader.next(position);
        } catch (SQLException e) {
            rethrowUnlessDamaged(e);
        }
        gaps++;
        long bad = position;
        for (long step = 1; step < FAR; step *= 2) {
            long start = tryNext(position + step);
            if (start != Long.MIN_VALUE) {
                return firstBehind(bad, position + step, start);
            }
            bad = position + step;
        }
        return -1;
    }

    /** The first batch behind a damaged place, by halving. */
    private long firstBehind(long bad, long good, long found) throws SpoolException {
        long low = bad;
        long high = good;
        long first = found;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            long start = tryNext(middle);
            if (start == Long.MIN_VALUE) {
                low = middle;
            } else {
                high = middle;
                first = start;
            }
        }
        return first;
    }

    /** Like {@link SpoolReader#next}; the least number where that is damaged. */
    private long tryNext(long from) throws SpoolException {
        try {
            return reader.next(from);
        } catch (SQLException e) {
            rethrowUnlessDamaged(e);
            return Long.MIN_VALUE;
        }
    }

    private static void rethrowUnlessDamaged(SQLException e) throws SpoolException {
        SpoolException failure = SpoolException.of(e);
        if (failure.kind() != Kind.DAMAGED) {
            throw failure;
        }
    }
}
