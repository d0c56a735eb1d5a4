package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Spools for tests: batch {@code n} has ten lines, and samples of the second {@code n}. */
final class SpoolFiles {
    static final int LINES = 10;

    private SpoolFiles() {}

    static Spool open(Path file) {
        return Spool.open(
                "stamp",
                new SpoolOptions(file, Synchronous.NORMAL, 1 << 30, WhenFull.DROP_OLDEST, 1 << 20));
    }

    /** Adds the batches {@code from} to {@code to}, the last one not included. */
    static void append(Spool spool, int from, int to) throws InterruptedException {
        for (int n = from; n < to; n++) {
            spool.append(
                    batch(n).getBytes(StandardCharsets.UTF_8), LINES, n * 1000L, n * 1000L + 999);
        }
    }

    /** Writes a file with the batches {@code 0} to {@code count} and closes it. */
    static void write(Path file, int count) throws InterruptedException {
        try (Spool spool = open(file)) {
            append(spool, 0, count);
        }
    }

    /** About 600 bytes. */
    static String batch(int n) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "21.11.2026 06:42:41\tname_%02d\t0000\t%032d\n",
                            i,
                            (long) n * LINES + i));
        }
        return lines.toString();
    }

    static String batches(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int n = from; n < to; n++) {
            lines.append(batch(n));
        }
        return lines.toString();
    }
}
