package io.tcsstamp.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The conversion as one writes it by hand in an hour: a block becomes a list of records, the
 * records become lines. It reads well-formed blocks only and keeps no table, no counters and no
 * quarantine. Stateless.
 */
final class PlainCodec {
    private static final Map<String, String> UNITS = PlainUnits.byName();

    private PlainCodec() {}

    /** Reads the records of a block, {@code to} being where its ETX stands. */
    static List<PlainRecord> parse(byte[] bytes, int from, int to) {
        String block = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        List<PlainRecord> records = new ArrayList<>();
        int start = 0;
        while (start < block.length()) {
            int end = block.indexOf("\r\n", start);
            if (end < 0) {
                end = block.length();
            }
            int name = block.indexOf('\t', start) + 1;
            int value = block.indexOf('\t', name) + 1;
            String key = block.substring(name, value - 1);
            records.add(
                    new PlainRecord(
                            time(block, start), key, strip(key, block.substring(value, end))));
            start = end + 2;
        }
        return records;
    }

    /** Appends the lines of the records, with milliseconds. */
    static void format(List<PlainRecord> records, StringBuilder lines) {
        for (PlainRecord each : records) {
            LocalDateTime time = each.time();
            two(lines, time.getDayOfMonth()).append('.');
            two(lines, time.getMonthValue()).append('.').append(time.getYear()).append(' ');
            two(lines, time.getHour()).append(':');
            two(lines, time.getMinute()).append(':');
            two(lines, time.getSecond()).append('.');
            int millis = time.getNano() / 1_000_000;
            lines.append((char) ('0' + millis / 100));
            two(lines, millis % 100)
                    .append('\t')
                    .append(each.name())
                    .append("\t0000\t")
                    .append(each.value())
                    .append('\n');
        }
    }

    private static LocalDateTime time(String text, int at) {
        int millis = number(text, at + 20, at + 23);
        return LocalDateTime.of(
                number(text, at, at + 4),
                number(text, at + 5, at + 7),
                number(text, at + 8, at + 10),
                number(text, at + 11, at + 13),
                number(text, at + 14, at + 16),
                number(text, at + 17, at + 19),
                millis * 1_000_000);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static String strip(String name, String value) {
        String unit = UNITS.get(name);
        if (unit == null) {
            return value;
        }
        if (unit.isEmpty()) {
            return value.substring(value.indexOf('[') + 1, value.lastIndexOf(']'));
        }
        int at = value.lastIndexOf(unit);
        return at < 0 ? value : value.substring(0, at);
    }

    private static StringBuilder two(StringBuilder lines, int value) {
        return lines.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
