package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * The SQLite file of one spool. Every call is one transaction, and a failed one leaves the file as
 * it was. Not thread-safe.
 */
final class SpoolFile implements AutoCloseable {
    private static final int PAGE_SIZE = 16_384;
    private static final int PAGES_BETWEEN_CHECKPOINTS = 2048;
    private static final int WAL_LIMIT = 64 << 20;
    private static final int BUSY_MILLIS = 1000;

    private final Connection connection;

    /** Begins and ends transactions: the driver loses count when SQLite ends one by itself. */
    private final Statement control;

    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement update;
    private final PreparedStatement floor;
    private final PreparedStatement ceiling;
    private final PreparedStatement sum;

    private SpoolFile(Connection connection) throws SQLException {
        this.connection = connection;
        this.control = connection.createStatement();
        this.insert = connection.prepareStatement(SpoolSchema.INSERT);
        this.delete = connection.prepareStatement(SpoolSchema.DELETE);
        this.update = connection.prepareStatement(SpoolSchema.UPDATE);
        this.floor = connection.prepareStatement(SpoolSchema.FLOOR);
        this.ceiling = connection.prepareStatement(SpoolSchema.CEILING);
        this.sum = connection.prepareStatement(SpoolSchema.SUM);
    }

    /**
     * Opens a file, which is made where there is none.
     *
     * @throws SpoolException if that is not possible; says whether its content is the reason
     */
    static SpoolFile open(Path file, Synchronous synchronous) throws SpoolException {
        Connection connection = null;
        try {
            SpoolFolder.make(file.toAbsolutePath().getParent());
            connection =
                    JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
                // before anything is written: it may be somebody else's
                boolean empty = SpoolSchema.isEmpty(statement);
                for (String pragma : pragmas(synchronous)) {
                    statement.execute("PRAGMA " + pragma);
                }
                if (empty) {
                    SpoolSchema.create(statement);
                }
            }
            return new SpoolFile(connection);
        } catch (IOException e) {
            throw new SpoolException(
                    "its folder cannot be made; is there a file of this name? (" + e + ")",
                    SpoolException.Kind.OTHER,
                    e);
        } catch (SQLException e) {
            close(connection);
            throw SpoolException.of(e);
        } catch (SpoolException e) {
            close(connection);
            throw e;
        }
    }

    /** The order counts: the size of a page cannot be changed once there is a log. */
    private static List<String> pragmas(Synchronous synchronous) {
        return List.of(
                "page_size = " + PAGE_SIZE,
                "journal_mode = WAL",
                "synchronous = " + synchronous,
                "journal_size_limit = " + WAL_LIMIT,
                "wal_autocheckpoint = " + PAGES_BETWEEN_CHECKPOINTS);
    }

    /** Where the spool stood when it was last written. */
    SpoolMark mark() throws SpoolException {
        try {
            SpoolMark mark = SpoolSchema.mark(connection);
            if (mark == null) {
                throw SpoolException.damaged("it does not say where it stands");
            }
            Amount held = amount(mark.confirmed(), mark.end());
            if (!held.equals(mark.held())) {
                throw SpoolException.damaged(
                        "it should hold %d lines and holds %d"
                                .formatted(mark.held().lines(), held.lines()));
            }
            return mark;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Adds batches, takes out what is confirmed, and notes where the spool stands then. */
    void write(Iterable<SpooledLines> batches, SpoolMark mark) throws SpoolException {
        try {
            control.execute("BEGIN IMMEDIATE");
            // before anything is added: on a full disk this makes the room
            delete.setLong(1, mark.confirmed());
            delete.setLong(2, mark.confirmed());
            delete.executeUpdate();
            for (SpooledLines batch : batches) {
                if (batch.end() > mark.confirmed()) {
                    insert(batch);
                }
            }
            update.setLong(1, mark.confirmed());
            update.setLong(2, mark.sent());
            update.setLong(3, mark.end());
            update.setLong(4, mark.held().lines());
            update.setLong(5, mark.held().bytes());
            update.setLong(6, SpoolSchema.checksum(mark));
            update.executeUpdate();
            control.execute("COMMIT");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void insert(SpooledLines batch) throws SQLException {
        insert.setLong(1, batch.start());
        insert.setInt(2, batch.bytes().length);
        insert.setInt(3, batch.count());
        insert.setLong(4, batch.firstTime());
        insert.setLong(5, batch.lastTime());
        insert.setLong(6, batch.stored());
        insert.setLong(7, SpoolSchema.checksum(batch));
        insert.setBytes(8, batch.bytes());
        insert.executeUpdate();
    }

    /**
     * The batch that a position is in, from that position on; the next one where there is a gap.
     *
     * @return null where nothing is at the position or behind it
     */
    SpooledLines read(long position) throws SpoolException {
        try {
            SpooledLines found = first(floor, position);
            if (found == null || found.end() <= position) {
                found = first(ceiling, position);
            }
            return found == null ? null : found.from(position);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static SpooledLines first(PreparedStatement query, long position)
            throws SQLException, SpoolException {
        query.setLong(1, position);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? SpoolSchema.batch(row) : null;
        }
    }

    /** What there is from one position, which is at a line's start, to another at a batch's. */
    Amount amount(long from, long to) throws SpoolException {
        SpooledLines first = read(from);
        if (first == null || first.start() >= to) {
            return Amount.NONE;
        }
        try {
            sum.setLong(1, first.start());
            sum.setLong(2, to);
            try (ResultSet row = sum.executeQuery()) {
                Amount rest = new Amount(row.getLong(1), row.getLong(2));
                return Amount.of(first).plus(rest);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Gives room back to the disk where most of the file is free.
     *
     * @param least how many bytes must be free to be worth the while
     */
    void shrink(long least) throws SpoolException {
        try (Statement statement = connection.createStatement()) {
            long free = number(statement, "PRAGMA freelist_count");
            long all = number(statement, "PRAGMA page_count");
            if (free * PAGE_SIZE >= least && free * 4 >= all * 3) {
                vacuum();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Moves all that is in the log into the file. */
    void checkpoint() throws SpoolException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (row.getInt(1) != 0) {
                throw new SpoolException("its log is in use", SpoolException.Kind.BUSY, null);
            }
        } catch (SQLException e) {
            throw SpoolException.of(e);
        }
    }

    /** On a connection of its own: this one's prepared statements count as running. */
    private void vacuum() throws SQLException {
        try (Connection other =
                        JDBC.createConnection(connection.getMetaData().getURL(), new Properties());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    /** For tests: asks or sets a pragma of this connection, such as how many pages there may be. */
    String pragma(String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.getString(1);
        }
    }

    private SpoolException failed(SQLException e) {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException also) {
            // some failures, such as a full disk, have done so already:
            // sqlite.org/lang_transaction.html
            e.addSuppressed(also);
        }
        return SpoolException.of(e);
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // nothing is lost: what was committed is in the file
        }
    }
}
