package io.tcsstamp.packet;

import java.io.IOException;

/** A stream that is not framed as was said, read by a rule that skips nothing. */
public final class FramingException extends IOException {
    private static final long serialVersionUID = 1;

    /** Where it was found, in bytes from the beginning. */
    private final long position;

    FramingException(String message, long position) {
        super("at byte " + position + ": " + message);
        this.position = position;
    }

    /** Where in the stream it was found, in bytes from the beginning. */
    public long position() {
        return position;
    }
}
