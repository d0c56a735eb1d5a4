package io.tcsstamp.spool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens SQLite files and says what is wrong with them. Stateless. */
final class SqliteFile {
    private static final int BUSY_MILLIS = 5000;
    private static final int LOG_LIMIT = 16 << 20;

    // sqlite.org/rescode.html
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private SqliteFile() {}

    /**
     * Opens a file with a write-ahead log, making it where there is none. What is done on the
     * connection counts when it is committed.
     *
     * @param synchronous what a commit waits for: {@code NORMAL} survives a crash of this program,
     *     {@code FULL} a power loss
     */
    static Connection open(Path file, String synchronous) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.valueOf(synchronous));
        config.setJournalSizeLimit(LOG_LIMIT);
        config.setBusyTimeout(BUSY_MILLIS);
        return connect(file, config);
    }

    /** Opens a file that is not to be changed, damaged or not. */
    static Connection openReadOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return connect(file, config);
    }

    private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
        Connection connection =
                JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), config.toProperties());
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** True where the file's content is wrong, rather than the disk. */
    static boolean isCorrupt(SQLException e) {
        int code = primary(e);
        return code == CORRUPT || code == NOTADB;
    }

    /** What SQLite found, and what the operator can do about it. */
    static String advice(SQLException e) {
        String advice =
                switch (primary(e)) {
                    case FULL -> "the disk is full; make room";
                    case READONLY -> "it is read-only; allow writing";
                    case CANTOPEN ->
                            "it cannot be opened; is its folder a folder, and may it be written?";
                    case CORRUPT, NOTADB -> "it is damaged";
                    default -> "is the disk full or gone?";
                };
        return advice + " (" + e.getMessage() + ")";
    }

    /** The lower byte of the code. */
    private static int primary(SQLException e) {
        return e.getErrorCode() & 0xFF;
    }
}
