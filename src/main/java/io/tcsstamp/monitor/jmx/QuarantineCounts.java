package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.Quarantine;

/**
 * What was put into quarantine, at one moment. Immutable.
 *
 * @param records records or blocks
 * @param bytes their bytes
 * @param unstored how many of them could not be written
 */
record QuarantineCounts(long records, long bytes, long unstored) {
    /** Nothing. */
    static final QuarantineCounts NONE = new QuarantineCounts(0, 0, 0);

    static QuarantineCounts of(Quarantine quarantine) {
        return new QuarantineCounts(
                quarantine.records(), quarantine.bytes(), quarantine.unstored());
    }

    QuarantineCounts since(QuarantineCounts then) {
        return new QuarantineCounts(
                records - then.records, bytes - then.bytes, unstored - then.unstored);
    }
}
