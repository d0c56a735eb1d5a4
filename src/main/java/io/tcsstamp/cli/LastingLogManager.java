package io.tcsstamp.cli;

import java.util.logging.LogManager;

/**
 * Keeps the log open while the program shuts down: the JDK's own manager closes it at once at a
 * signal, before the bridge could say what became of the last lines.
 */
public final class LastingLogManager extends LogManager {
    private volatile boolean lasting;

    /** From now on resets, such as that of the JDK's shutdown hook, are not obeyed. */
    void last() {
        lasting = true;
    }

    @Override
    public void reset() {
        if (!lasting) {
            super.reset();
        }
    }
}
