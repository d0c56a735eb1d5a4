package io.tcsstamp.sim;

import java.util.function.Consumer;

/** Takes the lines that a server received. Called by one thread at a time. */
@FunctionalInterface
public interface LineSink extends Consumer<String> {
    /** Called after the last line of each socket read: the time to flush. */
    default void flush() {}
}
