package io.tcsstamp.spool;

/**
 * Samples of one source that wait on disk for their emission. Immutable.
 *
 * @param source the source's id
 * @param entries how many pieces they are stored in
 * @param firstSample the time of the oldest sample, as it is stored; empty where unknown
 * @param lastSample the time of the newest sample, as it is stored; empty where unknown
 */
public record PendingReport(String source, long entries, String firstSample, String lastSample) {}
