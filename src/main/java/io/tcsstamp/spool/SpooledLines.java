package io.tcsstamp.spool;

import java.util.Arrays;

/**
 * A batch of whole lines at its place in a destination's stream. Immutable; the array is not to be
 * changed.
 *
 * @param start the position of the first byte: how many bytes of lines went before it, since the
 *     spool was made
 * @param bytes the lines, each with its line end
 * @param count how many lines they are
 * @param firstTime the time of the oldest sample, milliseconds since 1970 UTC
 * @param lastTime the time of the newest sample, milliseconds since 1970 UTC
 * @param stored when it was put into the spool, milliseconds since 1970 UTC
 */
public record SpooledLines(
        long start, byte[] bytes, int count, long firstTime, long lastTime, long stored) {

    /** The position of the byte behind the last one. */
    public long end() {
        return start + bytes.length;
    }

    /** What an entry takes in memory, about. */
    int footprint() {
        return bytes.length + 128;
    }

    /** The lines from a position on, which is inside of it and at a line's start. */
    SpooledLines from(long position) {
        if (position <= start) {
            return this;
        }
        int skipped = (int) (position - start);
        byte[] rest = Arrays.copyOfRange(bytes, skipped, bytes.length);
        return new SpooledLines(
                position, rest, count - linesBefore(position), firstTime, lastTime, stored);
    }

    /** How many lines end before a position. */
    int linesBefore(long position) {
        int end = (int) Math.max(0, Math.min(position - start, bytes.length));
        int lines = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    /** The last start of a line that is not behind a position inside of it. */
    long lineStart(long position) {
        int i = (int) Math.max(0, Math.min(position - start, bytes.length));
        while (i > 0 && bytes[i - 1] != '\n') {
            i--;
        }
        return start + i;
    }
}
