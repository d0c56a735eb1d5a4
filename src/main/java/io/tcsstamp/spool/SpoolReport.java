package io.tcsstamp.spool;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a spool's file holds, as seen from outside. Immutable.
 *
 * @param file the file
 * @param fileBytes its size, with that of its log
 * @param damage why what it holds cannot be told; empty where it can. Then the figures below are
 *     zero or empty
 * @param lines lines that are not confirmed
 * @param bytes their bytes
 * @param batches how many pieces they are stored in
 * @param sent how many of the lines were sent already, and would be sent again
 * @param firstSample the time of the oldest sample in it
 * @param lastSample the time of the newest sample in it
 * @param oldest when the oldest lines were stored
 */
public record SpoolReport(
        Path file,
        long fileBytes,
        String damage,
        long lines,
        long bytes,
        long batches,
        long sent,
        Optional<Instant> firstSample,
        Optional<Instant> lastSample,
        Optional<Instant> oldest) {

    static SpoolReport damaged(Path file, long fileBytes, String damage) {
        return new SpoolReport(
                file,
                fileBytes,
                damage,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** True for a damaged file that a bridge has set aside. */
    public boolean isSetAside() {
        return SpoolInspection.isSetAside(file);
    }
}
