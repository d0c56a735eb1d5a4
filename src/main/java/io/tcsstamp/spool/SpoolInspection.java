package io.tcsstamp.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks into the files of spools from outside, also while a bridge uses them. Changes nothing.
 * Stateless.
 */
public final class SpoolInspection {
    private static final String SUFFIX = ".db";
    private static final String ASIDE = ".corrupt-";
    private static final String PENDING_FILE = "housekeeping" + SUFFIX;
    private static final String PENDING =
            "SELECT source, count(*), min(first_time), max(last_time) FROM pending GROUP BY source"
                    + " ORDER BY source";

    private SpoolInspection() {}

    /**
     * What an export wrote.
     *
     * @param lines how many lines
     * @param gaps at how many places something could not be read
     */
    public record Exported(long lines, long gaps) {}

    /** The spools' files in a folder, also those that were set aside, by name. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SpoolInspection::isSpool).sorted().toList();
        }
    }

    private static boolean isSpool(Path file) {
        String name = file.getFileName().toString();
        boolean part = name.endsWith("-wal") || name.endsWith("-shm") || name.endsWith(".lock");
        return !part
                && !name.equals(PENDING_FILE)
                && (name.endsWith(SUFFIX) || isSetAside(file))
                && Files.isRegularFile(file);
    }

    /** True for a damaged file that a bridge has set aside. */
    public static boolean isSetAside(Path file) {
        return file.getFileName().toString().contains(SUFFIX + ASIDE);
    }

    /** Looks at one file; a damaged one is told in the report. */
    public static SpoolReport report(Path file) throws IOException {
        long size = size(file);
        if (file.getFileName().toString().startsWith(PENDING_FILE)) {
            return SpoolReport.damaged(file, size, "it held samples that waited, and no lines");
        }
        try (SpoolReader reader = SpoolReader.open(file)) {
            if (!reader.hasTable("batch")) {
                return SpoolReport.damaged(file, size, "it is not the file of a spool");
            }
            SpoolMark mark = reader.mark();
            if (mark == null) {
                return SpoolReport.damaged(
                        file, size, "it is damaged (it does not say where it stands)");
            }
            SpoolReader.Extent extent = reader.extent(mark.confirmed());
            boolean empty = extent.batches() == 0;
            return new SpoolReport(
                    file,
                    size,
                    "",
                    mark.held().lines(),
                    mark.held().bytes(),
                    extent.batches(),
                    sent(reader, mark),
                    time(empty, extent.firstTime()),
                    time(empty, extent.lastTime()),
                    time(empty, reader.oldest(mark.confirmed())));
        } catch (SpoolException e) {
            return SpoolReport.damaged(file, size, e.getMessage());
        } catch (SQLException e) {
            return SpoolReport.damaged(file, size, SpoolException.of(e).getMessage());
        }
    }

    private static long sent(SpoolReader reader, SpoolMark mark)
            throws SQLException, SpoolException {
        long lines = 0;
        SpoolWalk walk = new SpoolWalk(reader, mark.confirmed());
        for (SpooledLines batch = walk.next();
                batch != null && batch.start() < mark.sent();
                batch = walk.next()) {
            lines += batch.linesBefore(mark.sent());
        }
        return lines;
    }

    private static Optional<Instant> time(boolean none, long millis) {
        return none ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static long size(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    /** The samples that wait for their emission in a folder, by source; none where none are. */
    public static List<PendingReport> pending(Path folder) throws SpoolFailure {
        Path file = folder.resolve(PENDING_FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<PendingReport> found = new ArrayList<>();
        try (SpoolReader reader = SpoolReader.open(file)) {
            if (!reader.hasTable("pending")) {
                return List.of();
            }
            try (Statement statement = reader.statement();
                    ResultSet row = statement.executeQuery(PENDING)) {
                while (row.next()) {
                    found.add(
                            new PendingReport(
                                    row.getString(1),
                                    row.getLong(2),
                                    text(row.getString(3)),
                                    text(row.getString(4))));
                }
            }
            return found;
        } catch (SpoolException e) {
            throw new SpoolFailure(file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new SpoolFailure(file + ": " + SpoolException.of(e).getMessage(), e);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /**
     * Writes the lines that a file holds, oldest first, as they would be sent. Whatever is damaged
     * is left out. Takes one batch into memory at a time.
     *
     * @param from only batches that hold a sample of this time or later
     * @param to only batches that hold a sample before this time
     * @throws SpoolFailure if the file cannot be read at all
     * @throws IOException if the lines cannot be written
     */
    public static Exported export(Path file, Instant from, Instant to, OutputStream lines)
            throws SpoolFailure, IOException {
        try (SpoolReader reader = SpoolReader.openSpool(file)) {
            SpoolWalk walk = new SpoolWalk(reader, confirmed(reader));
            long count = 0;
            for (SpooledLines batch = walk.next(); batch != null; batch = walk.next()) {
                if (!Instant.ofEpochMilli(batch.lastTime()).isBefore(from)
                        && Instant.ofEpochMilli(batch.firstTime()).isBefore(to)) {
                    lines.write(batch.bytes());
                    count += batch.count();
                }
            }
            return new Exported(count, walk.gaps());
        } catch (SpoolException e) {
            throw new SpoolFailure(file + ": " + e.getMessage(), e);
        }
    }

    /** From where on lines are not confirmed; from the first one where a damaged file is silent. */
    private static long confirmed(SpoolReader reader) {
        try {
            SpoolMark mark = reader.mark();
            return mark == null ? 0 : mark.confirmed();
        } catch (SQLException e) {
            return 0;
        }
    }
}
