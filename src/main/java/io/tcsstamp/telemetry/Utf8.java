package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;

/** Copies text into UTF-8 without an object in between. Stateless. */
final class Utf8 {
    private static final int SHORT = 16;

    private Utf8() {}

    /** The length in UTF-8 of text given in ISO-8859-1 or UTF-8. */
    static int length(byte[] bytes, int offset, int length, Charset charset) {
        if (charset != ISO_8859_1) {
            return length;
        }
        int utf8 = length;
        for (int i = offset; i < offset + length; i++) {
            utf8 += bytes[i] >>> 31;
        }
        return utf8;
    }

    /** Writes text given in ISO-8859-1 or UTF-8 as UTF-8; returns the position behind it. */
    static int write(
            byte[] bytes, int offset, int length, Charset charset, byte[] to, int position) {
        if (charset != ISO_8859_1) {
            return copy(bytes, offset, length, to, position);
        }
        for (int i = offset; i < offset + length; i++) {
            int character = bytes[i] & 0xFF;
            if (character < 0x80) {
                to[position++] = (byte) character;
            } else {
                to[position++] = (byte) (0xC0 | character >> 6);
                to[position++] = (byte) (0x80 | character & 0x3F);
            }
        }
        return position;
    }

    /** Copies bytes as they are; values are short, for which a loop beats a call to arraycopy. */
    static int copy(byte[] bytes, int offset, int length, byte[] to, int position) {
        if (length > SHORT) {
            System.arraycopy(bytes, offset, to, position, length);
        } else {
            for (int i = 0; i < length; i++) {
                to[position + i] = bytes[offset + i];
            }
        }
        return position + length;
    }
}
