package io.tcsstamp.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A line on the terminal that tells how far a command has come; nothing where standard error is not
 * a terminal, or a command is done within a second. Not thread-safe.
 */
final class Progress {
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long EACH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int CHECK_EACH = 1 << 20;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final long size;
    private final BooleanSupplier shown;
    private final LongSupplier clock;
    private final long start;
    private long checked;
    private long next;
    private boolean drawn;
    private boolean off;

    /**
     * Creates one that has not begun.
     *
     * @param size in bytes of all there is to do, below 0 where that is not known
     * @param shown whether to draw; asked once, when there is something to draw
     */
    Progress(PrintWriter err, long size, BooleanSupplier shown) {
        this(err, size, shown, System::nanoTime);
    }

    /** The same with another clock, in nanoseconds. */
    Progress(PrintWriter err, long size, BooleanSupplier shown, LongSupplier clock) {
        this.err = err;
        this.size = size;
        this.shown = shown;
        this.clock = clock;
        start = clock.getAsLong();
        next = start + FIRST_NANOS;
    }

    /** So many bytes are done. Costs nothing as a rule. */
    void at(long bytes) {
        if (bytes - checked < CHECK_EACH || off) {
            return;
        }
        checked = bytes;
        long now = clock.getAsLong();
        if (now - next < 0) {
            return;
        }
        if (!drawn && !shown.getAsBoolean()) {
            off = true;
            return;
        }
        next = now + EACH_NANOS;
        drawn = true;
        err.print("\r" + line(bytes, size, now - start) + "\u001b[K");
        err.flush();
    }

    /** What to say. */
    static String line(long bytes, long size, long nanos) {
        double seconds = Math.max(1e-3, nanos / 1e9);
        String speed = String.format(Locale.ROOT, "%.1f MB/s", bytes / 1e6 / seconds);
        if (size <= 0) {
            return String.format(Locale.ROOT, "%,.1f MB, %s", bytes / 1e6, speed);
        }
        double part = Math.min(1, (double) bytes / size);
        int filled = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %% of %,.1f MB, %s, %.0f s left",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                part * 100,
                size / 1e6,
                speed,
                part == 0 ? 0 : seconds * (1 - part) / part);
    }

    /** Removes the line, for something else to be written. */
    void clear() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
            drawn = false;
        }
    }
}
