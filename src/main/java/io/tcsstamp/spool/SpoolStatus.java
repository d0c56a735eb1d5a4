package io.tcsstamp.spool;

import java.time.Instant;
import java.util.Optional;

/**
 * A spool at one moment. Immutable.
 *
 * @param lines lines that are not confirmed, sent or not
 * @param bytes their bytes
 * @param oldest when the oldest of them was put into the spool
 * @param unsent when the oldest lines were put into it that were never sent; behind those that are
 *     only not known to have arrived
 * @param trouble why lines are in memory only or dropped; empty where all is well
 */
public record SpoolStatus(
        long lines,
        long bytes,
        Optional<Instant> oldest,
        Optional<Instant> unsent,
        String trouble) {}
