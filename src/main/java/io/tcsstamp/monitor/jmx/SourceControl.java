package io.tcsstamp.monitor.jmx;

import java.util.Set;

/** What can be asked of the sources of a bridge and done with them, by id. Thread-safe. */
public interface SourceControl {
    /** The sources that there are now. */
    Set<String> ids();

    /** The state of the source's route in a word; empty where it has none. */
    String state(String id);

    /** Where the source is; empty where that is not known. */
    String endpoint(String id);

    /**
     * Stops a source.
     *
     * @return what was done
     * @throws RefusedException if that is not possible, or it is stopped already
     */
    String stop(String id) throws RefusedException;

    /**
     * Starts a source that is stopped.
     *
     * @return what was done
     * @throws RefusedException if that is not possible, or it runs already
     */
    String start(String id) throws RefusedException;
}
