package io.tcsstamp.spool;

import io.tcsstamp.spool.PendingFile.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DataFormatException;

/** Copies what can still be read of a damaged journal. Stateless. */
final class PendingSalvage {
    private static final String SELECT = "SELECT seq, source, samples FROM pending ORDER BY seq ";

    private PendingSalvage() {}

    /**
     * Copies all entries that are whole.
     *
     * @param damaged is only read
     * @return how many they are
     */
    static int copy(Path damaged, PendingFile to) throws SQLException {
        int copied = 0;
        for (Entry entry : readable(damaged).values()) {
            try {
                to.insert(entry.seq(), entry.source(), entry.batch(), entry.samples());
                copied++;
            } catch (DataFormatException e) {
                // the others are whole
            }
        }
        to.commit(List.of());
        return copied;
    }

    /** From the front as far as it goes, and from the back: a damaged page stops a scan. */
    private static TreeMap<Long, Entry> readable(Path damaged) {
        TreeMap<Long, Entry> entries = new TreeMap<>();
        try (Connection connection = SqliteFile.openReadOnly(damaged)) {
            if (!scan(connection, "ASC", entries)) {
                scan(connection, "DESC", entries);
            }
        } catch (SQLException e) {
            // it cannot even be opened
        }
        return entries;
    }

    private static boolean scan(
            Connection connection, String direction, TreeMap<Long, Entry> entries) {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + direction);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Entry entry = new Entry(row.getLong(1), row.getString(2), row.getBytes(3));
                if (entry.source() != null && entry.samples() != null) {
                    entries.putIfAbsent(entry.seq(), entry);
                }
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
