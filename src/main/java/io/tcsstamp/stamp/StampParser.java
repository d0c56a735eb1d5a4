package io.tcsstamp.stamp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads STAMP lines back into samples; a line that is not of STAMP's form becomes a rejection. All
 * lines are one block. Stateless and thread-safe.
 */
public final class StampParser {
    private static final int SECOND_LENGTH = "DD.MM.YYYY HH:MM:SS".length();
    private static final int MILLI_LENGTH = SECOND_LENGTH + ".mmm".length();

    /**
     * Reads all lines.
     *
     * @param bytes UTF-8; a last line without LF is read too. The batch refers to the array, so it
     *     must not be changed afterwards.
     */
    public SampleBatch parse(byte[] bytes) {
        SampleBatchBuilder batch = SampleBatchBuilder.over(bytes, UTF_8, 16 + bytes.length / 48);
        int start = 0;
        while (start < bytes.length) {
            int end = indexOf(bytes, '\n', start, bytes.length);
            if (end > start) {
                parseLine(bytes, start, end, batch);
            }
            start = end + 1;
        }
        return batch.build();
    }

    private static void parseLine(byte[] bytes, int start, int end, SampleBatchBuilder batch) {
        int timeEnd = indexOf(bytes, '\t', start, end);
        int nameEnd = indexOf(bytes, '\t', timeEnd + 1, end);
        int sensorEnd = indexOf(bytes, '\t', nameEnd + 1, end);
        String wrong = null;
        Instant time = null;
        String name = null;
        if (sensorEnd >= end) {
            wrong = "fewer than four fields separated by TAB";
        } else if (hasControl(bytes, timeEnd + 1, nameEnd)
                || hasControl(bytes, sensorEnd + 1, end)) {
            wrong = "a control character in the name or the value";
        } else {
            time = time(new String(bytes, start, timeEnd - start, UTF_8));
            name = utf8(bytes, timeEnd + 1, nameEnd);
            if (time == null) {
                wrong = "the time is not of the form DD.MM.YYYY HH:MM:SS[.mmm] or does not exist";
            } else if (name == null || utf8(bytes, sensorEnd + 1, end) == null) {
                wrong = "not UTF-8";
            } else if (name.isEmpty()) {
                wrong = "the name is empty";
            }
        }
        if (wrong != null) {
            batch.reject(new Rejection(Arrays.copyOfRange(bytes, start, end), wrong));
            return;
        }
        batch.add(
                time.getEpochSecond(),
                time.getNano(),
                new Parameter(name, Parameter.UNLISTED),
                bytes,
                sensorEnd + 1,
                end - sensorEnd - 1,
                sensorEnd + 1,
                end - sensorEnd - 1,
                true);
    }

    private static Instant time(String text) {
        if (text.length() != SECOND_LENGTH && text.length() != MILLI_LENGTH) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = "00.00.0000 00:00:00.000".charAt(i);
            char found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return null;
            }
        }
        try {
            int millis = text.length() == MILLI_LENGTH ? number(text, 20, 23) : 0;
            return LocalDateTime.of(
                            number(text, 6, 10),
                            number(text, 3, 5),
                            number(text, 0, 2),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            millis * 1_000_000)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static String utf8(byte[] bytes, int from, int to) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean hasControl(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean c1 = (bytes[i] & 0xFF) == 0xC2 && i + 1 < to && (bytes[i + 1] & 0xFF) < 0xA0;
            if (bytes[i] >= 0 && bytes[i] < 0x20 || bytes[i] == 0x7F || c1) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int end) {
        int at = Math.min(from, end);
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
