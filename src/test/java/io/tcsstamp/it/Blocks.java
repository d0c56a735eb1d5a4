package io.tcsstamp.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbered TCS blocks and the STAMP lines that they must become. Block n holds a temperature with
 * its unit, a value that passes unchanged, and a counter; its time is n seconds after a fixed
 * start.
 */
final class Blocks {
    static final byte ETX = 3;

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final DateTimeFormatter TCS_TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
    private static final DateTimeFormatter STAMP_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    /** How many lines a numbered block becomes. */
    static final int LINES = 3;

    private Blocks() {}

    /** The bytes of block {@code n}, ETX included. */
    static byte[] block(int n) {
        String time = START.plusSeconds(n).format(TCS_TIME) + ".250 UTC\t";
        return records(
                time + "ambient_rtd\t" + n + ".5 \u00baC",
                time + "load\tCPU1: " + n + "% [3.5MB]",
                time + "counter\t" + n);
    }

    /** The lines that block {@code n} becomes without fractional time. */
    static List<String> lines(int n) {
        String time = START.plusSeconds(n).format(STAMP_TIME);
        return List.of(
                time + "\tambient_rtd\t0000\t" + n + ".5",
                time + "\tload\t0000\tCPU1: " + n + "% [3.5MB]",
                time + "\tcounter\t0000\t" + n);
    }

    /** The blocks {@code from} to {@code to}, the last one not included. */
    static byte[] blocks(int from, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int n = from; n < to; n++) {
            all.writeBytes(block(n));
        }
        return all.toByteArray();
    }

    /** The lines of the blocks {@code from} to {@code to}, the last one not included. */
    static List<String> lines(int from, int to) {
        List<String> all = new ArrayList<>();
        for (int n = from; n < to; n++) {
            all.addAll(lines(n));
        }
        return all;
    }

    /** One block of any records, in the encoding of the TCS. */
    static byte[] records(String... records) {
        return bytes(String.join("\r\n", records) + (char) ETX);
    }

    /** Text in the encoding of the TCS. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
