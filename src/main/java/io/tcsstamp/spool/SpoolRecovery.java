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
import java.util.Arrays;
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

    /** The file itself first: as long as it is there, the new one is not in its place. */
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

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

    /**
     * Makes a new file from what can be read of a damaged one, sets that aside and puts the new one
     * in its place. Where this fails or the program ends meanwhile, nothing has happened.
     */
    static Salvage salvage(Path path, Synchronous synchronous) throws SpoolException {
        Path fresh = sibling(path, ".new");
        Copied copied;
        try {
            for (String part : PARTS) {
                Files.deleteIfExists(sibling(fresh, part));
            }
            try (SpoolFile to = SpoolFile.open(fresh, synchronous)) {
                copied = copy(path, to);
                // the file is moved without its log
                to.checkpoint();
            }
            Path aside = setAside(path);
            Files.move(fresh, path);
            SpoolFile file = SpoolFile.open(path, synchronous);
            return new Salvage(file, copied.mark(), aside, copied.missing());
        } catch (IOException e) {
            throw notSetAside(e);
        } finally {
            // a part of a copy would only take room
            delete(fresh, Files.exists(path));
        }
    }

    private static void delete(Path fresh, boolean needless) {
        try {
            for (String part : needless ? PARTS : List.<String>of()) {
                Files.deleteIfExists(sibling(fresh, part));
            }
        } catch (IOException e) {
            // the next salvage tries again
        }
    }

    private static SpoolException notSetAside(IOException e) {
        return new SpoolException(
                "it is damaged and cannot be set aside (" + e + ")", SpoolException.Kind.OTHER, e);
    }

    /** Puts the new file in its place, where the program ended between the last two steps. */
    static void finish(Path path) throws SpoolException {
        Path fresh = sibling(path, ".new");
        try {
            if (Files.exists(fresh) && Files.notExists(path)) {
                // what is left of the damaged one
                setAside(path);
                Files.move(fresh, path);
            }
        } catch (IOException e) {
            throw new SpoolException(
                    fresh + " cannot be renamed (" + e + ")", SpoolException.Kind.OTHER, e);
        }
    }

    /** With what belongs to it: its log and its index of the log. */
    static Path setAside(Path path) throws SpoolException {
        Path aside = sibling(path, ".corrupt-" + TIME.format(Instant.now()));
        try {
            for (String part : PARTS) {
                Path from = sibling(path, part);
                if (Files.exists(from)) {
                    Files.move(from, sibling(aside, part));
                }
            }
            return aside;
        } catch (IOException e) {
            throw notSetAside(e);
        }
    }

    private static Path sibling(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    private static Copied copy(Path from, SpoolFile to) throws SpoolException {
        Copied copied = new Copied(null);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection damaged = config.createConnection("jdbc:sqlite:" + from.toAbsolutePath())) {
            lenient(damaged);
            copied = new Copied(mark(damaged));
            List<SpooledLines> some = new ArrayList<>();
            for (long start : starts(damaged)) {
                SpooledLines batch = batch(damaged, start);
                if (batch != null && copied.add(batch)) {
                    some.add(batch);
                }
                if (some.size() == AT_ONCE) {
                    to.write(some, copied.mark());
                    some.clear();
                }
            }
            to.write(some, copied.mark());
        } catch (SQLException e) {
            // it cannot be opened, or not be closed: nothing more can be read
        }
        to.write(List.of(), copied.mark());
        return copied;
    }

    /** Else nothing at all can be read of a file that ends too soon. */
    private static void lenient(Connection damaged) throws SQLException {
        try (Statement statement = damaged.createStatement()) {
            statement.execute("PRAGMA writable_schema = ON");
        }
    }

    private static SpoolMark mark(Connection damaged) {
        try {
            return SpoolSchema.mark(damaged);
        } catch (SQLException e) {
            return null;
        }
    }

    /** From the front as far as it goes, and then from the back: a damaged page stops a scan. */
    private static long[] starts(Connection damaged) {
        Scan front = new Scan(damaged, "SELECT start FROM batch ORDER BY start");
        if (front.complete) {
            return front.starts();
        }
        long[] back = new Scan(damaged, "SELECT start FROM batch ORDER BY start DESC").starts();
        for (int i = back.length - 1; i >= 0; i--) {
            if (front.count == 0 || back[i] > front.starts[front.count - 1]) {
                front.add(back[i]);
            }
        }
        return front.starts();
    }

    /** The positions that a query finds; months of them take some megabytes. */
    private static final class Scan {
        private long[] starts = new long[1024];
        private int count;
        private boolean complete;

        Scan(Connection damaged, String query) {
            try (Statement statement = damaged.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    add(row.getLong(1));
                }
                complete = true;
            } catch (SQLException e) {
                // what was found until here
                complete = false;
            }
        }

        void add(long start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count + count / 2);
            }
            starts[count++] = start;
        }

        long[] starts() {
            return Arrays.copyOf(starts, count);
        }
    }

    private static SpooledLines batch(Connection damaged, long start) {
        try (PreparedStatement query = damaged.prepareStatement(SpoolSchema.AT)) {
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
        /** Null where the damaged file does not say where it stood. */
        private final SpoolMark old;

        private final long confirmed;
        private long first = -1;
        private long end;
        private Amount held = Amount.NONE;

        Copied(SpoolMark old) {
            this.old = old;
            this.confirmed = old == null ? 0 : old.confirmed();
        }

        /** False for a batch that is confirmed, or not behind the last one. */
        boolean add(SpooledLines batch) {
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

        SpoolMark mark() {
            return old == null
                    ? new SpoolMark(Math.max(0, first), Math.max(0, first), end, held)
                    : new SpoolMark(confirmed, old.sent(), Math.max(end, old.end()), held);
        }

        long missing() {
            return old == null ? -1 : Math.max(0, old.held().lines() - held.lines());
        }
    }
}
