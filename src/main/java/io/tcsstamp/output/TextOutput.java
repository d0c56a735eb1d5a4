package io.tcsstamp.output;

import io.tcsstamp.decode.TextBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A stream behind a text buffer, which is handed on when it is well filled. Not thread-safe. */
final class TextOutput implements Closeable {
    private static final int ENOUGH = 128 << 10;
    private static final int CAPACITY = ENOUGH + (32 << 10);

    private final OutputStream to;
    private final TextBuffer text = new TextBuffer(CAPACITY);

    TextOutput(OutputStream to) {
        this.to = to;
    }

    /** Where to append. */
    TextBuffer text() {
        return text;
    }

    /** Something is complete: hands on what is there if it is enough. */
    void done() throws IOException {
        if (text.length() >= ENOUGH) {
            drain();
        }
    }

    private void drain() throws IOException {
        to.write(text.bytes(), 0, text.length());
        text.clear();
    }

    /** Hands on all. */
    void flush() throws IOException {
        drain();
        to.flush();
    }

    @Override
    public void close() throws IOException {
        try (to) {
            flush();
        }
    }
}
