package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * A spool's file that is only read, also while a bridge writes it: no question holds the bridge up.
 * Not thread-safe.
 */
final class SpoolReader implements AutoCloseable {
    private static final int BUSY_MILLIS = 5000;
    private static final String NEXT =
            "SELECT start FROM batch WHERE start > ? ORDER BY start LIMIT 1";
    private static final String OLDEST =
            "SELECT stored FROM batch WHERE start + size > ? ORDER BY start LIMIT 1";
    private static final String EXTENT =
            "SELECT count(*), min(first_time), max(last_time) FROM batch WHERE start + size > ?";

    private final Connection connection;

    private SpoolReader(Connection connection) {
        this.connection = connection;
    }

    /** How many batches, and the times of their samples in milliseconds since 1970 UTC. */
    record Extent(long batches, long firstTime, long lastTime) {}

    /** Opens a file. */
    static SpoolReader open(Path file) throws SpoolException {
        // what nobody writes is opened so that nothing appears beside it
        boolean still = SpoolInspection.isSetAside(file) && !hasLog(file);
        try {
            return open(file, still);
        } catch (SpoolException e) {
            boolean other = e.kind() == Kind.OTHER || e.kind() == Kind.READ_ONLY;
            if (still || !other || hasLog(file)) {
                throw e;
            }
            // its folder may not be written, which reading a file with a log needs
            return open(file, true);
        }
    }

    /** Opens a file that must be that of a spool. */
    static SpoolReader openSpool(Path file) throws SpoolException {
        SpoolReader reader = open(file);
        try {
            if (reader.hasTable("batch")) {
                return reader;
            }
        } catch (SQLException e) {
            reader.close();
            throw SpoolException.of(e);
        }
        reader.close();
        throw new SpoolException("it is not the file of a spool", Kind.OTHER, null);
    }

    private static SpoolReader open(Path file, boolean still) throws SpoolException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        String path = file.toAbsolutePath().toString();
        String url = still ? file.toUri().toString().replaceFirst("^file:/*", "file:/") : path;
        SpoolReader reader = null;
        try {
            reader =
                    new SpoolReader(
                            config.createConnection(
                                    "jdbc:sqlite:" + url + (still ? "?immutable=1" : "")));
            // the file is only looked at with the first question
            reader.hasTable("batch");
            return reader;
        } catch (SQLException e) {
            if (reader != null) {
                reader.close();
            }
            throw SpoolException.of(e);
        }
    }

    private static boolean hasLog(Path file) {
        try {
            return Files.size(file.resolveSibling(file.getFileName() + "-wal")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** True where the file has a table of this name. */
    boolean hasTable(String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** For questions of another kind. */
    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /** Where the spool stood when it was last written; null where the file says what cannot be. */
    SpoolMark mark() throws SQLException {
        return SpoolSchema.mark(connection);
    }

    /** What is not confirmed; reads through the whole file, about a second for 4 GiB. */
    Extent extent(long confirmed) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EXTENT)) {
            query.setLong(1, confirmed);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Extent(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /** When the oldest of what is not confirmed was stored, milliseconds since 1970 UTC. */
    long oldest(long confirmed) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
            query.setLong(1, confirmed);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The first batch that starts behind a position; -1 where there is none. */
    long next(long position) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return -1;
                }
                if (row.getLong(1) <= position) {
                    // a damaged index may lead back, and whoever follows it goes in circles
                    throw new SQLException("out of order", "", SpoolException.SQLITE_CORRUPT);
                }
                return row.getLong(1);
            }
        }
    }

    /** The batch that starts at a position; null where it is gone. */
    SpooledLines batch(long start) throws SQLException, SpoolException {
        try (PreparedStatement query = connection.prepareStatement(SpoolSchema.AT)) {
            query.setLong(1, start);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? SpoolSchema.batch(row) : null;
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing was written
        }
    }
}
