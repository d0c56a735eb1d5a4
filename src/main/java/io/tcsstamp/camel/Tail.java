package io.tcsstamp.camel;

/**
 * How many bytes that the peer's kernel has acknowledged are still not taken for read: what may
 * wait in its receive buffer when it dies. Immutable.
 *
 * @param kind how it is found
 * @param value bytes for {@code BYTES}, a factor for {@code WINDOW}
 */
record Tail(Kind kind, long value) {
    /**
     * What is assumed where the connection does not tell: 65535 &lt;&lt; 7, Linux's usual scale.
     */
    static final long ASSUMED = 65_535L << 7;

    /** How it is found. */
    enum Kind {
        /** The largest window that the peer's window scale allows (RFC 7323 section 2.2). */
        AUTO,
        /** A number of bytes. */
        BYTES,
        /** A multiple of the largest window that the peer has offered. */
        WINDOW
    }

    /** Reads {@code auto}, a number of bytes, or {@code 2xwindow}. */
    static Tail parse(String text) {
        if (text.equals("auto")) {
            return new Tail(Kind.AUTO, 0);
        }
        if (text.endsWith("xwindow")) {
            return new Tail(Kind.WINDOW, Long.parseLong(text.replace("xwindow", "")));
        }
        return new Tail(Kind.BYTES, Long.parseLong(text));
    }

    /**
     * The tail in bytes.
     *
     * @param scale the peer's window scale; negative where it is not known
     * @param window the largest window that it has offered; negative where it is not known
     */
    long bytes(int scale, long window) {
        return switch (kind) {
            case BYTES -> value;
            case AUTO -> scale < 0 ? ASSUMED : 65_535L << scale;
            case WINDOW -> window < 0 ? ASSUMED : value * window;
        };
    }
}
