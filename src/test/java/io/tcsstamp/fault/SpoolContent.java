package io.tcsstamp.fault;

import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The numbered lines in a spool's file, as anyone sees them who opens it with SQLite. Immutable.
 *
 * @param first the number of the first line, 0 where there is none
 * @param last the number of the last line, 0 where there is none
 * @param lines how many there are
 */
record SpoolContent(long first, long last, long lines) {
    /**
     * Reads a copy of a file with its log, so that the original stays as a killed process has left
     * it.
     *
     * @throws IllegalStateException if a line is none of those that were sent, or out of order
     */
    static SpoolContent of(Path file) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("tcs-stamp-copy");
        for (String part : List.of("", "-wal")) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.copy(from, folder.resolve("copy.db" + part));
            }
        }
        try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + folder + "/copy.db");
                Statement statement = copy.createStatement()) {
            return read(statement);
        } finally {
            Folders.delete(folder);
        }
    }

    private static SpoolContent read(Statement statement) throws SQLException {
        NumberedLines numbers = new NumberedLines();
        long first = 0;
        long last = 0;
        long lines = 0;
        try (ResultSet row = statement.executeQuery("SELECT bytes FROM batch ORDER BY start")) {
            while (row.next()) {
                byte[] bytes = row.getBytes(1);
                int start = 0;
                for (int i = 0; i < bytes.length; i++) {
                    if (bytes[i] == '\n') {
                        long number = numbers.number(bytes, start, i);
                        if (number <= last) {
                            String text =
                                    new String(bytes, start, i - start, StandardCharsets.UTF_8);
                            throw new IllegalStateException(
                                    "after line " + last + " the spool holds " + text);
                        }
                        first = first == 0 ? number : first;
                        last = number;
                        lines++;
                        start = i + 1;
                    }
                }
            }
        }
        return new SpoolContent(first, last, lines);
    }
}
