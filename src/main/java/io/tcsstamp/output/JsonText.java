package io.tcsstamp.output;

import io.tcsstamp.decode.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Strings of JSON (RFC 8259, section 7) in UTF-8. Stateless. */
final class JsonText {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JsonText() {}

    /** Appends a string with its quotes. */
    static void append(TextBuffer to, CharSequence text) {
        to.append('"');
        int start = to.length();
        to.appendUtf8(text);
        escape(to, start);
        to.append('"');
    }

    /** Escapes what stands behind a position, where it needs to be: most text does not. */
    static void escape(TextBuffer to, int start) {
        byte[] bytes = to.bytes();
        int end = to.length();
        for (int i = start; i < end; i++) {
            if (special(bytes[i])) {
                escape(to, i, Arrays.copyOfRange(bytes, i, end));
                return;
            }
        }
    }

    private static void escape(TextBuffer to, int at, byte[] rest) {
        to.truncate(at);
        for (byte b : rest) {
            if (!special(b)) {
                to.append((char) b);
                continue;
            }
            to.append('\\');
            switch (b) {
                case '"', '\\' -> to.append((char) b);
                case '\n' -> to.append('n');
                case '\r' -> to.append('r');
                case '\t' -> to.append('t');
                default -> {
                    to.appendAscii("u00");
                    to.append((char) DIGITS[b >> 4]);
                    to.append((char) DIGITS[b & 0xF]);
                }
            }
        }
    }

    /** Bytes below 0 belong to characters beyond ASCII, which need nothing. */
    private static boolean special(byte b) {
        return b >= 0 && (b < ' ' || b == '"' || b == '\\' || b == 0x7F);
    }
}
