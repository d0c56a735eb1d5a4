package io.tcsstamp.camel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file line by line, in the memory of the longest line. Not thread-safe. */
final class QuarantineLines implements Closeable {
    /** The longest line in bytes; what is longer is passed over. */
    static final int LONGEST = 8 << 20;

    private static final int INPUT_BYTES = 64 << 10;
    private static final int USUAL_BYTES = 1 << 20;

    private final InputStream file;
    private final byte[] input = new byte[INPUT_BYTES];
    private int at;
    private int end;
    private byte[] line = new byte[4096];
    private int length;
    private long number;
    private boolean tooLong;

    /** Opens a file, which must not be a symbolic link. */
    QuarantineLines(Path path) throws IOException {
        file = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (line.length > USUAL_BYTES) {
            line = new byte[4096];
        }
        length = 0;
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int start = at;
            while (at < end && input[at] != '\n') {
                at++;
            }
            append(start, at - start);
            if (at < end) {
                at++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, file.read(input));
        }
        return at < end;
    }

    private void append(int start, int count) {
        if (tooLong || length + count > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(input, start, line, length, count);
        length += count;
    }

    /** The line's number, counted from 1. */
    long number() {
        return number;
    }

    /** True where the line is longer than {@link #LONGEST}; then it is not there. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The line without its end, in an array that is used again. */
    byte[] bytes() {
        return line;
    }

    /** How long the line is. */
    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
