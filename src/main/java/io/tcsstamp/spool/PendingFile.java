package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;

/**
 * The SQLite file of the journal of pending samples: a row per batch. What is changed is kept by
 * {@link #commit}; a call that fails takes back all that was not. Not thread-safe.
 */
final class PendingFile implements AutoCloseable {
    /** Far more than an entry can be; beyond it the file is damaged. */
    private static final int MOST_BYTES = 64 << 20;

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS pending (seq INTEGER PRIMARY KEY, source TEXT NOT NULL,"
                    + " first_time TEXT NOT NULL, last_time TEXT NOT NULL, samples BLOB NOT NULL)";
    private static final String SELECT =
            "SELECT source, samples FROM pending WHERE seq = ? AND length(samples) <= "
                    + MOST_BYTES;

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement select;

    /** An entry; {@code samples} is what {@link SampleBatchCodec} makes. */
    record Entry(long seq, String source, byte[] samples) {
        SampleBatch batch() throws DataFormatException {
            return SampleBatchCodec.decode(samples);
        }
    }

    private PendingFile(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("INSERT INTO pending VALUES (?, ?, ?, ?, ?)");
        this.delete =
                connection.prepareStatement(
                        "DELETE FROM pending WHERE source = ? AND seq BETWEEN ? AND ?");
        this.select = connection.prepareStatement(SELECT);
    }

    /**
     * Opens the file, making it where there is none.
     *
     * @param mostPages the size in pages at which it is full, 0 for no limit; for tests
     */
    static PendingFile open(Path file, Synchronous synchronous, int mostPages) throws SQLException {
        Connection connection = SqliteFile.open(file, synchronous);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            if (mostPages > 0) {
                statement.execute("PRAGMA max_page_count = " + mostPages);
            }
            connection.commit();
            return new PendingFile(connection);
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    /** Adds an entry; it is kept once {@link #commit} was called. */
    void insert(long seq, String source, SampleBatch batch, byte[] samples) throws SQLException {
        try {
            put(seq, source, batch, samples);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Removes entries, as far as they are there, and keeps all changes. */
    void commit(List<PendingRange> emitted) throws SQLException {
        try {
            for (PendingRange range : emitted) {
                remove(range);
            }
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void put(long seq, String source, SampleBatch batch, byte[] samples)
            throws SQLException {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (int i = 0; i < batch.size(); i++) {
            Instant time = Instant.ofEpochSecond(batch.seconds(i), batch.nanos(i));
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
        }
        insert.setLong(1, seq);
        insert.setString(2, source);
        insert.setString(3, first.toString());
        insert.setString(4, last.toString());
        insert.setBytes(5, samples);
        insert.executeUpdate();
    }

    private void remove(PendingRange range) throws SQLException {
        delete.setString(1, range.source());
        delete.setLong(2, range.first());
        delete.setLong(3, range.last());
        delete.executeUpdate();
    }

    /** The numbers of all entries, oldest first. */
    List<Long> seqs() throws SQLException {
        List<Long> seqs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq FROM pending ORDER BY seq")) {
            while (row.next()) {
                seqs.add(row.getLong(1));
            }
        }
        connection.commit();
        return seqs;
    }

    /** An entry, null where there is none or it is too large to be one. */
    Entry read(long seq) throws SQLException {
        select.setLong(1, seq);
        Entry entry = null;
        try (ResultSet row = select.executeQuery()) {
            if (row.next() && row.getString(1) != null && row.getBytes(2) != null) {
                entry = new Entry(seq, row.getString(1), row.getBytes(2));
            }
        }
        connection.commit();
        return entry;
    }

    /** What is wrong with the file's content, all of which is read; empty where all is well. */
    String damage() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (row.next() && !row.getString(1).equals("ok")) {
                return row.getString(1).replaceAll("\\s+", " ");
            }
        }
        for (long seq : seqs()) {
            try {
                Entry entry = read(seq);
                if (entry == null) {
                    return "entry " + seq + ": no samples";
                }
                entry.batch();
            } catch (DataFormatException e) {
                return "entry " + seq + ": " + e.getMessage();
            }
        }
        return "";
    }

    private SQLException failed(SQLException e) {
        try {
            connection.rollback();
        } catch (SQLException also) {
            e.addSuppressed(also);
        }
        return e;
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing is lost: what was committed is in the file
        }
    }
}
