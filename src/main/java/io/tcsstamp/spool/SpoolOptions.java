package io.tcsstamp.spool;

import java.nio.file.Path;

/**
 * How a spool behaves.
 *
 * @param file its SQLite file; null keeps lines in memory only
 * @param synchronous how much each commit waits for
 * @param maxBytes how many bytes of lines the file may hold
 * @param whenFull what happens at that limit
 * @param memoryBytes how many bytes of lines may be in memory
 */
public record SpoolOptions(
        Path file, Synchronous synchronous, long maxBytes, WhenFull whenFull, long memoryBytes) {

    /** What a commit waits for, as in SQLite's pragma of this name. */
    public enum Synchronous {
        /** Survives a crash of this program; a power loss may take the last commits. */
        NORMAL,
        /** Survives a power loss: every commit waits for the disk. */
        FULL
    }

    /** What happens when the file has reached its limit. */
    public enum WhenFull {
        /** The oldest lines make room; they are counted as dropped. */
        DROP_OLDEST,
        /** Whoever adds lines waits, so the sources are not read any further. */
        WAIT
    }

    /** Lines are kept in memory only. */
    public static SpoolOptions inMemory(long memoryBytes) {
        return new SpoolOptions(
                null, Synchronous.NORMAL, Long.MAX_VALUE, WhenFull.WAIT, memoryBytes);
    }
}
