package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Gives up lines of a spool that no bridge uses, because the operator says so. Stateless. */
public final class SpoolRemoval {
    private SpoolRemoval() {}

    /**
     * Deletes a spool's file with all that it holds.
     *
     * @throws SpoolFailure if a bridge uses it
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path file) throws SpoolFailure, IOException {
        if (SpoolInspection.isSetAside(file)) {
            deleteParts(file);
            return;
        }
        SpoolLock lock = lock(file);
        try {
            deleteParts(file);
        } finally {
            lock.close();
        }
    }

    /** The log first: without its file it would be taken for that of the next one. */
    private static void deleteParts(Path file) throws IOException {
        for (String part : List.of("-wal", "-shm", "")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
    }

    /**
     * Gives up the oldest lines, as far as all samples of a batch are before a time: up to the
     * first batch with a later one.
     *
     * @return how many lines
     * @throws SpoolFailure if a bridge uses the file, or it is damaged
     */
    public static long dropBefore(Path file, Instant before) throws SpoolFailure {
        SpoolLock lock = lock(file);
        try (SpoolFile spool = SpoolFile.open(file, Synchronous.FULL)) {
            SpoolMark mark = spool.mark();
            Amount dropped = Amount.NONE;
            long position = mark.confirmed();
            SpooledLines batch = spool.read(position);
            while (batch != null && Instant.ofEpochMilli(batch.lastTime()).isBefore(before)) {
                dropped = dropped.plus(Amount.of(batch));
                position = batch.end();
                batch = spool.read(position);
            }
            spool.write(
                    List.of(),
                    new SpoolMark(
                            position,
                            Math.max(position, mark.sent()),
                            mark.end(),
                            mark.held().minus(dropped)));
            return dropped.lines();
        } catch (SpoolException e) {
            throw new SpoolFailure(file + ": " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }

    /**
     * How many lines {@link #dropBefore} would give up now.
     *
     * @throws SpoolFailure if the file cannot be read
     */
    public static long countBefore(Path file, Instant before) throws SpoolFailure {
        try (SpoolReader reader = SpoolReader.openSpool(file)) {
            SpoolMark mark = reader.mark();
            if (mark == null) {
                throw SpoolException.damaged("it does not say where it stands");
            }
            long lines = 0;
            SpoolWalk walk = new SpoolWalk(reader, mark.confirmed());
            SpooledLines batch = walk.next();
            while (batch != null && Instant.ofEpochMilli(batch.lastTime()).isBefore(before)) {
                lines += batch.count();
                batch = walk.next();
            }
            return lines;
        } catch (SpoolException e) {
            throw new SpoolFailure(file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new SpoolFailure(file + ": " + SpoolException.of(e).getMessage(), e);
        }
    }

    private static SpoolLock lock(Path file) throws SpoolFailure {
        try {
            return SpoolLock.take(file);
        } catch (SpoolException e) {
            if (e.getCause() == null) {
                throw new SpoolFailure(file + ": a bridge uses it; stop the bridge first", e);
            }
            throw new SpoolFailure(file + ": " + e.getMessage(), e);
        }
    }
}
