package io.tcsstamp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * The process's standard output as bytes, not buffered. That nobody reads it any more, as behind
 * {@code | head}, is a {@link Closed}: not a failure, but a reason to stop.
 */
final class Stdout extends OutputStream {
    /** Nobody reads any more. */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        Closed(IOException cause) {
            super(cause);
        }
    }

    private static final int BUFFER = 64 << 10;

    private final OutputStream out;

    Stdout() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    Stdout(OutputStream out) {
        this.out = out;
    }

    /** Standard output for text, in UTF-8, buffered. */
    static Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(new Stdout(), UTF_8), BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw why.contains("pipe") ? new Closed(e) : e;
        }
    }

    // not closed: the process's end does that, and what is said until then may still be seen
}
