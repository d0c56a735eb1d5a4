package io.tcsstamp.console;

/** The console of one bridge. Thread-safe. */
public final class Console implements AutoCloseable {
    private Console() {}

    @Override
    public void close() {}
}
