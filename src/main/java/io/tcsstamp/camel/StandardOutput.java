package io.tcsstamp.camel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes lines to the standard output. Unlike {@code System.out}, and so Camel's stream component,
 * it says when nobody reads them any more. Thread-safe.
 */
public final class StandardOutput {
    private final OutputStream out;

    /** The process's standard output. */
    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** Another stream, not buffered. */
    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes lines.
     *
     * @throws IOException if they cannot be written, for example because a pipe's reader has ended
     */
    public synchronized void write(byte[] lines) throws IOException {
        out.write(lines);
        out.flush();
    }
}
