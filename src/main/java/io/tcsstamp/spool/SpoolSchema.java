package io.tcsstamp.spool;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a spool's file looks like inside: a row per batch, a row that says where it stands.
 * Stateless.
 */
final class SpoolSchema {
    private static final String SELECT =
            "SELECT start, size, lines, first_time, last_time, stored, crc, bytes FROM batch";

    static final String INSERT = "INSERT OR REPLACE INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String DELETE = "DELETE FROM batch WHERE start < ? AND start + size <= ?";
    static final String UPDATE =
            "UPDATE mark SET confirmed = ?, sent = ?, upto = ?, lines = ?, size = ?, crc = ?";
    static final String FLOOR = SELECT + " WHERE start <= ? ORDER BY start DESC LIMIT 1";
    static final String CEILING = SELECT + " WHERE start > ? ORDER BY start LIMIT 1";
    static final String AT = SELECT + " WHERE start = ?";
    static final String SUM =
            "SELECT coalesce(sum(lines), 0), coalesce(sum(size), 0) FROM batch"
                    + " WHERE start > ? AND start < ?";

    /** "TCSS", by which the file is known. */
    private static final int APPLICATION_ID = 0x54435353;

    private static final String MARK = "SELECT confirmed, sent, upto, lines, size, crc FROM mark";

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE batch (start INTEGER PRIMARY KEY, size INTEGER NOT NULL, lines"
                        + " INTEGER NOT NULL, first_time INTEGER NOT NULL, last_time INTEGER NOT"
                        + " NULL, stored INTEGER NOT NULL, crc INTEGER NOT NULL, bytes BLOB NOT"
                        + " NULL)",
                    "CREATE TABLE mark (id INTEGER PRIMARY KEY CHECK (id = 1), confirmed INTEGER"
                        + " NOT NULL, sent INTEGER NOT NULL, upto INTEGER NOT NULL, lines INTEGER"
                        + " NOT NULL, size INTEGER NOT NULL, crc INTEGER NOT NULL)",
                    "INSERT INTO mark VALUES (1, 0, 0, 0, 0, 0, "
                            + checksum(new SpoolMark(0, 0, 0, Amount.NONE))
                            + ")",
                    "CREATE VIEW spooled AS SELECT start, lines, size, datetime(first_time / 1000,"
                        + " 'unixepoch') AS first_sample, datetime(last_time / 1000, 'unixepoch')"
                        + " AS last_sample, datetime(stored / 1000, 'unixepoch') AS stored,"
                        + " CAST(bytes AS TEXT) AS text FROM batch ORDER BY start");

    private SpoolSchema() {}

    /**
     * True for a new file, false for that of a spool.
     *
     * @throws SpoolException if it is something else
     */
    static boolean isEmpty(Statement statement) throws SQLException, SpoolException {
        long application = number(statement, "PRAGMA application_id");
        if (application == APPLICATION_ID) {
            return false;
        }
        if (number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
            throw SpoolException.damaged("it is a database, but not that of a spool");
        }
        return true;
    }

    /** Makes the tables in a new file. */
    static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        for (String sql : TABLES) {
            statement.execute(sql);
        }
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("COMMIT");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    /** The row that says where a spool stands; null where it says what cannot be. */
    static SpoolMark mark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MARK)) {
            if (!row.next()) {
                return null;
            }
            Amount held = new Amount(row.getLong(4), row.getLong(5));
            SpoolMark mark = new SpoolMark(row.getLong(1), row.getLong(2), row.getLong(3), held);
            return mark.isSane() && checksum(mark) == row.getLong(6) ? mark : null;
        }
    }

    /** A row of the table of batches; what its checksum does not fit to is damaged. */
    static SpooledLines batch(ResultSet row) throws SQLException, SpoolException {
        byte[] bytes = row.getBytes("bytes");
        long start = row.getLong("start");
        if (bytes == null || start < 0 || bytes.length != row.getLong("size")) {
            throw SpoolException.damaged("the batch at " + start);
        }
        SpooledLines batch =
                new SpooledLines(
                        start,
                        bytes,
                        row.getInt("lines"),
                        row.getLong("first_time"),
                        row.getLong("last_time"),
                        row.getLong("stored"));
        if (checksum(batch) != row.getLong("crc")) {
            throw SpoolException.damaged("the batch at " + start);
        }
        return batch;
    }

    /** Over all of a row: SQLite itself does not notice when a page rots. */
    static long checksum(SpooledLines batch) {
        return checksum(
                batch.bytes(),
                batch.start(),
                batch.count(),
                batch.firstTime(),
                batch.lastTime(),
                batch.stored());
    }

    static long checksum(SpoolMark mark) {
        Amount held = mark.held();
        return checksum(
                new byte[0], mark.confirmed(), mark.sent(), mark.end(), held.lines(), held.bytes());
    }

    private static long checksum(byte[] bytes, long... numbers) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        ByteBuffer fields = ByteBuffer.allocate(Long.BYTES * numbers.length);
        fields.asLongBuffer().put(numbers);
        crc.update(fields);
        return crc.getValue();
    }
}
