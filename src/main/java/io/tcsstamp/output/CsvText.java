package io.tcsstamp.output;

import io.tcsstamp.decode.TextBuffer;
import java.util.Arrays;

/** Cells of CSV (RFC 4180) in UTF-8, with commas. Stateless. */
final class CsvText {
    private CsvText() {}

    /** Appends a cell. */
    static void append(TextBuffer to, CharSequence text) {
        int start = to.length();
        to.appendUtf8(text);
        quote(to, start);
    }

    /** Quotes what stands behind a position, where it needs to be: most cells do not. */
    static void quote(TextBuffer to, int start) {
        byte[] bytes = to.bytes();
        int end = to.length();
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                quoted(to, start, Arrays.copyOfRange(bytes, start, end));
                return;
            }
        }
    }

    private static void quoted(TextBuffer to, int start, byte[] cell) {
        to.truncate(start);
        to.append('"');
        for (byte b : cell) {
            if (b == '"') {
                to.append('"');
            }
            to.append((char) b);
        }
        to.append('"');
    }
}
