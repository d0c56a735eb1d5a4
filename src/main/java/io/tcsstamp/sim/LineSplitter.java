package io.tcsstamp.sim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a byte stream into lines at LF, in bounded memory: of a line that is too long only its start
 * is kept. Not thread-safe.
 */
final class LineSplitter {
    private final int maxLength;
    private final Consumer<String> lines;
    private final Runnable tooLong;
    private byte[] pending = new byte[1024];
    private int length;
    private boolean cut;

    /**
     * @param maxLength the longest line, in bytes without its LF
     * @param lines takes each line, without its LF
     * @param tooLong called before a line of which the end was cut off
     */
    LineSplitter(int maxLength, Consumer<String> lines, Runnable tooLong) {
        this.maxLength = maxLength;
        this.lines = lines;
        this.tooLong = tooLong;
    }

    /** Takes the next bytes. */
    void add(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                if (length == 0 && i - start <= maxLength) {
                    lines.accept(text(bytes, start, i - start)); // the usual case, not copied
                } else {
                    append(bytes, start, i - start);
                    complete();
                }
                start = i + 1;
            }
        }
        append(bytes, start, count - start);
    }

    /**
     * Gives what stands behind the last LF as a line.
     *
     * @return false if there was nothing
     */
    boolean end() {
        if (length == 0) {
            return false;
        }
        complete();
        return true;
    }

    private void append(byte[] bytes, int offset, int count) {
        int taken = Math.min(count, maxLength - length);
        cut |= taken < count;
        if (length + taken > pending.length) {
            int wanted = Math.max(length + taken, 2 * pending.length);
            pending = Arrays.copyOf(pending, Math.min(maxLength, wanted));
        }
        System.arraycopy(bytes, offset, pending, length, taken);
        length += taken;
    }

    private void complete() {
        int end = length;
        if (cut) {
            tooLong.run();
            // not in the middle of a character
            while (end > 0 && end > length - 4 && (pending[end - 1] & 0xC0) == 0x80) {
                end--;
            }
            if (end > 0 && pending[end - 1] < 0) {
                end--;
            }
        }
        lines.accept(text(pending, 0, end));
        length = 0;
        cut = false;
    }

    private static String text(byte[] bytes, int offset, int count) {
        return new String(bytes, offset, count, StandardCharsets.UTF_8);
    }
}
