package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens SQLite files. What is done on a connection counts when it is committed. Stateless. */
final class SqliteFile {
    private static final int BUSY_MILLIS = 5000;
    private static final int LOG_LIMIT = 16 << 20;

    private SqliteFile() {}

    /** Opens a file with a write-ahead log, making it where there is none. */
    static Connection open(Path file, Synchronous synchronous) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.valueOf(synchronous.name()));
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
}
