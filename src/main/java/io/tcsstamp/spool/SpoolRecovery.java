package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * What is done with a damaged file: it is set aside under another name, and every batch that can
 * still be read goes into a new one. Stateless.
 */
final class SpoolRecovery {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Batches that are copied in one transaction. */
    private static final int AT_ONCE = 64;

    private SpoolRecovery() {}

    /**
     * The result.
     *
     * @param file the new file, open
     * @param mark where the spool stands now
     * @param aside where the damaged file is
     * @param missing how many lines were lost; negative where that is not known
     */
    record Salvage(SpoolFile file, SpoolMark mark, Path aside, long missing) {}

    /** Sets a damaged file aside and makes a new one from what can be read of it. */
    static Salvage salvage(Path path, Synchronous synchronous) throws SpoolException {
        Path aside = setAside(path);
        SpoolFile fresh = SpoolFile.open(path, synchronous);
        try {
            return copy(aside, fresh);
        } catch (SpoolException e) {
            fresh.close();
            throw e;
        }
    }

    /** With what belongs to it: its log and its index of the log. */
    static Path setAside(Path path) throws SpoolException {
        Path aside =
                path.resolveSibling(path.getFileName() + ".corrupt-" + TIME.format(Instant.now()));
        try {
            for (String part : List.of("-wal", "-shm", "")) {
                Path from = path.resolveSibling(path.getFileName() + part);
                if (Files.exists(from)) {
                    Files.move(from, aside.resolveSibling(aside.getFileName() + part));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new SpoolException(
                    "it is damaged and cannot be set aside (" + e + ")",
                    SpoolException.Kind.OTHER,
                    e);
        }
    }

    private static Salvage copy(Path from, SpoolFile to) throws SpoolException {
        SpoolMark old = null;
        Copied copied = new Copied();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection damaged = config.createConnection("jdbc:sqlite:" + from.toAbsolutePath())) {
            old = mark(damaged);
            List<SpooledLines> some = new ArrayList<>();
            for (long start : starts(damaged)) {
                SpooledLines batch = batch(damaged, start);
                if (batch != null && copied.add(batch, old)) {
                    some.add(batch);
                }
                if (some.size() == AT_ONCE) {
                    to.write(some, copied.mark(old));
                    some.clear();
                }
            }
            to.write(some, copied.mark(old));
        } catch (SQLException e) {
            // it cannot be opened, or not be closed: nothing more can be read
        }
        SpoolMark mark = copied.mark(old);
        to.write(List.of(), mark);
        long missing = old == null ? -1 : Math.max(0, old.held().lines() - mark.held().lines());
        return new Salvage(to, mark, from, missing);
    }

    private static SpoolMark mark(Connection damaged) {
        try {
            return SpoolSchema.mark(damaged);
        } catch (SQLException e) {
            return null;
        }
    }

    /** From the front as far as it goes, and then from the back: a damaged page stops a scan. */
    private static List<Long> starts(Connection damaged) {
        List<Long> front = scan(damaged, "SELECT start FROM batch ORDER BY start");
        List<Long> back = scan(damaged, "SELECT start FROM batch ORDER BY start DESC");
        long last = front.isEmpty() ? Long.MIN_VALUE : front.get(front.size() - 1);
        for (int i = back.size() - 1; i >= 0; i--) {
            if (back.get(i) > last) {
                front.add(back.get(i));
                last = back.get(i);
            }
        }
        return front;
    }

    private static List<Long> scan(Connection damaged, String query) {
        List<Long> starts = new ArrayList<>();
        try (Statement statement = damaged.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                starts.add(row.getLong(1));
            }
        } catch (SQLException e) {
            // what was found until here
        }
        return starts;
    }

    private static SpooledLines batch(Connection damaged, long start) {
        try (PreparedStatement query =
                damaged.prepareStatement("SELECT * FROM batch WHERE start = ?")) {
            query.setLong(1, start);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? SpoolSchema.batch(row) : null;
            }
        } catch (SQLException | SpoolException e) {
            return null;
        }
    }

    /** What was taken over until now. */
    private static final class Copied {
        private long first = -1;
        private long end;
        private Amount held = Amount.NONE;

        /** False for a batch that is confirmed, or not behind the last one. */
        boolean add(SpooledLines batch, SpoolMark old) {
            long confirmed = old == null ? 0 : old.confirmed();
            if (batch.start() < end || batch.end() <= confirmed) {
                return false;
            }
            if (first < 0) {
                first = batch.start();
            }
            end = batch.end();
            held = held.plus(Amount.of(batch.from(confirmed)));
            return true;
        }

        SpoolMark mark(SpoolMark old) {
            long from = old == null ? Math.max(0, first) : old.confirmed();
            long sent = old == null ? from : old.sent();
            return new SpoolMark(from, sent, Math.max(end, old == null ? 0 : old.end()), held);
        }
    }
}
