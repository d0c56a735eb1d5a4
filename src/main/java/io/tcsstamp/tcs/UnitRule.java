package io.tcsstamp.tcs;

import java.nio.charset.StandardCharsets;

/**
 * How a value is cut out of the text that holds its unit, written as a pattern: what stands at
 * <code>{value}</code> is kept where the text around it is found, {@code *} stands for any text.
 * The last match of what follows the value counts; a text without a match is kept whole.
 *
 * <p>{@code º} and {@code °} are the same here: instruments send either. Immutable and thread-safe.
 */
public final class UnitRule {
    private static final String VALUE = "{value}";
    private static final int ORDINAL_INDICATOR = 0xBA;
    private static final int DEGREE = 0xB0;

    private final String pattern;
    private final byte[] before;
    private final byte[] after;
    private final byte[] last;

    private UnitRule(String pattern, String before, String after, String last) {
        this.pattern = pattern;
        this.before = latin1(before);
        this.after = latin1(after);
        this.last = latin1(last);
    }

    /**
     * Reads a pattern such as <code>{value} ºC</code>, <code>{value} A [* Apk]</code> or <code>
     * [{value}]</code>.
     *
     * @throws IllegalArgumentException if it has not exactly one <code>{value}</code>, or a {@code
     *     *} other than between two texts behind it, or a character beyond ISO-8859-1
     */
    public static UnitRule parse(String pattern) {
        int at = pattern.indexOf(VALUE);
        if (at < 0 || pattern.indexOf(VALUE, at + 1) >= 0) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' must hold {value} once, for example '{value} V'");
        }
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(pattern)) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' holds a character that the TCS EGSE cannot send");
        }
        String before = pattern.substring(0, at);
        String after = pattern.substring(at + VALUE.length());
        int star = after.indexOf('*');
        String last = star < 0 ? "" : after.substring(star + 1);
        if (before.contains("*")
                || star == 0
                || star >= 0 && (last.isEmpty() || last.contains("*"))) {
            throw new IllegalArgumentException(
                    "'"
                            + pattern
                            + "': one * may stand between two texts behind {value}, "
                            + "for example '{value} A [* Apk]'");
        }
        return new UnitRule(pattern, before, star < 0 ? after : after.substring(0, star), last);
    }

    /**
     * Cuts the value out of a text in ISO-8859-1.
     *
     * @return {@code start << 32 | length} of what is kept
     */
    long cut(byte[] text, int offset, int length) {
        int end = offset + length;
        int start = offset;
        if (before.length > 0) {
            start = indexOf(text, offset, end, before);
            if (start < 0) {
                return pack(offset, length);
            }
            start += before.length;
        }
        int limit = end;
        if (last.length > 0) {
            limit = lastIndexOf(text, start, end, last);
        }
        if (limit >= 0 && after.length > 0) {
            limit = lastIndexOf(text, start, limit, after);
        }
        return limit < 0 ? pack(offset, length) : pack(start, limit - start);
    }

    private static long pack(int start, int length) {
        return (long) start << 32 | length;
    }

    private static int indexOf(byte[] text, int from, int to, byte[] part) {
        for (int i = from; i <= to - part.length; i++) {
            if (matches(text, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] text, int from, int to, byte[] part) {
        for (int i = to - part.length; i >= from; i--) {
            if (matches(text, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] text, int at, byte[] part) {
        for (int i = 0; i < part.length; i++) {
            byte b = text[at + i];
            if (b != part[i] && !((b & 0xFF) == DEGREE && (part[i] & 0xFF) == ORDINAL_INDICATOR)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] latin1(String text) {
        // one spelling within, both in the text
        return text.replace((char) DEGREE, (char) ORDINAL_INDICATOR)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
