package io.tcsstamp.monitor.jmx;

/** What can be done with the quarantine. Thread-safe. */
public interface ReplayControl {
    /**
     * Feeds what a file holds to the sources that it came from.
     *
     * @param file its name in the folder
     * @return what came of it, in words
     * @throws RefusedException if that is not possible
     */
    String replay(String file) throws RefusedException;

    /** The same with all files, older ones first. */
    String replayAll() throws RefusedException;

    /** What came of the last one, or how far the one that runs has come; empty before the first. */
    String last();

    /** How many records, blocks and packets were replayed since the start. */
    long replayed();
}
