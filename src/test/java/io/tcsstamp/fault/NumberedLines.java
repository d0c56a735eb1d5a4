package io.tcsstamp.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Lines with the numbers 1, 2, 3 and so on, as the TCS sends them and as STAMP must receive them. A
 * block holds {@link #PER_BLOCK} of them, each of a name of its own, and is one second later than
 * the block before. Not thread-safe.
 */
final class NumberedLines {
    /** How many lines a block becomes; the TCS EGSE sends 31 records. */
    static final int PER_BLOCK = 32;

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final DateTimeFormatter TCS_TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
    private static final DateTimeFormatter STAMP_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final byte ETX = 3;

    private long cachedBlock = -1;
    private String cachedTime;

    /** The bytes of a block, ETX included; block 0 has the lines 1 to {@link #PER_BLOCK}. */
    static byte[] block(long block) {
        String time = START.plusSeconds(block).format(TCS_TIME) + " UTC\t";
        StringBuilder text = new StringBuilder(PER_BLOCK * 64);
        for (int i = 0; i < PER_BLOCK; i++) {
            text.append(i == 0 ? "" : "\r\n").append(time).append(name(i)).append('\t');
            text.append(block * PER_BLOCK + i + 1);
        }
        return text.append((char) ETX).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of the blocks {@code from} to {@code to}, the last one not included. */
    static byte[] blocks(long from, long to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (long block = from; block < to; block++) {
            all.writeBytes(block(block));
        }
        return all.toByteArray();
    }

    /** The line with a number, without its line end. */
    String line(long number) {
        long block = (number - 1) / PER_BLOCK;
        if (block != cachedBlock) {
            cachedBlock = block;
            cachedTime = START.plusSeconds(block).format(STAMP_TIME);
        }
        return cachedTime + '\t' + name((int) ((number - 1) % PER_BLOCK)) + "\t0000\t" + number;
    }

    /** The number of a line without its line end; 0 where it is none of these lines. */
    long number(byte[] bytes, int from, int to) {
        long number = 0;
        long digit = 1;
        int i = to - 1;
        while (i >= from && bytes[i] >= '0' && bytes[i] <= '9' && to - i < 16) {
            number += digit * (bytes[i--] - '0');
            digit *= 10;
        }
        return number > 0 && isLine(number, bytes, from, to) ? number : 0;
    }

    private boolean isLine(long number, byte[] bytes, int from, int to) {
        String line = line(number);
        if (line.length() != to - from) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static String name(int place) {
        return (place < 10 ? "counter_of_line_0" : "counter_of_line_") + place;
    }
}
