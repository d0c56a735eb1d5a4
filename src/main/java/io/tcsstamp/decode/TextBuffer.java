package io.tcsstamp.decode;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in UTF-8 that grows at its end: what values are written into, without a string for each.
 *
 * <p>Not thread-safe.
 */
public final class TextBuffer {
    private static final int LONGEST_NUMBER = 32;
    private static final double INTEGRAL = 1e7;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    /** Creates an empty buffer. */
    public TextBuffer() {
        this(256);
    }

    /**
     * Creates an empty buffer.
     *
     * @param capacity in bytes, to begin with
     */
    public TextBuffer(int capacity) {
        bytes = new byte[Math.max(LONGEST_NUMBER, capacity)];
    }

    /** The text, from index 0 to {@link #length()}. Not a copy, and another one when it grows. */
    public byte[] bytes() {
        return bytes;
    }

    /** The length in bytes. */
    public int length() {
        return length;
    }

    /** Forgets all. */
    public void clear() {
        length = 0;
    }

    /**
     * Forgets what is behind a position.
     *
     * @param newLength 0 to {@link #length()}
     */
    public void truncate(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IndexOutOfBoundsException(newLength + " is not within 0 to " + length);
        }
        length = newLength;
    }

    /** Appends one byte, an ASCII character as a rule. */
    public void append(char ascii) {
        int at = length;
        if (at == bytes.length) {
            grow(1);
        }
        bytes[at] = (byte) ascii;
        length = at + 1;
    }

    /** Appends bytes that are UTF-8. */
    public void append(byte[] utf8) {
        append(utf8, 0, utf8.length);
    }

    /** Appends bytes that are UTF-8. */
    public void append(byte[] utf8, int offset, int count) {
        reserve(count);
        System.arraycopy(utf8, offset, bytes, length, count);
        length += count;
    }

    /** Appends what is already there from one position to another once more. */
    public void appendAgain(int from, int to) {
        append(bytes, from, to - from);
    }

    /** Appends an integer in decimal digits. */
    public void append(long value) {
        reserve(LONGEST_NUMBER);
        length = NumberOutput.outputLong(value, bytes, length);
    }

    /** Appends a long that is meant unsigned in decimal digits. */
    public void appendUnsigned(long value) {
        if (value >= 0) {
            append(value);
        } else {
            appendAscii(Long.toUnsignedString(value));
        }
    }

    /**
     * Appends a double by the fewest digits that give it back, with a point or an exponent; {@code
     * nan}, {@code inf} and {@code -inf} where it is not finite.
     */
    public void append(double value) {
        long integer = (long) value;
        if (integer == value && value < INTEGRAL && value > -INTEGRAL && !isNegativeZero(value)) {
            append(integer);
            append('.');
            append('0');
        } else if (Double.isFinite(value)) {
            appendAscii(DoubleToDecimal.toString(value));
        } else {
            appendAscii(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
        }
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    /** Appends text of which all characters are ASCII. */
    @SuppressWarnings("deprecation") // the one way from a string to bytes without an object
    public void appendAscii(String ascii) {
        int count = ascii.length();
        reserve(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
    }

    /** Appends text; half of a surrogate pair alone becomes U+FFFD, which UTF-8 has no way for. */
    public void appendUtf8(CharSequence text) {
        int count = text.length();
        reserve(3 * count);
        int at = length;
        for (int i = 0; i < count; i++) {
            int c = text.charAt(i);
            if (c < 0x80) {
                bytes[at++] = (byte) c;
                continue;
            }
            if (Character.isSurrogate((char) c)) {
                int pair = Character.codePointAt(text, i);
                boolean alone = pair == c;
                c = alone ? 0xFFFD : pair;
                i += alone ? 0 : 1;
            }
            at = encode(c, at);
        }
        length = at;
    }

    private int encode(int c, int position) {
        int at = position;
        if (c < 0x800) {
            bytes[at++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[at++] = (byte) (0xE0 | c >> 12);
            } else {
                bytes[at++] = (byte) (0xF0 | c >> 18);
                bytes[at++] = (byte) (0x80 | c >> 12 & 0x3F);
            }
            bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[at++] = (byte) (0x80 | c & 0x3F);
        return at;
    }

    /** Appends bytes as two hexadecimal digits each, in lower case. */
    public void appendHex(byte[] data, int offset, int count) {
        reserve(2 * count);
        int at = length;
        for (int i = offset; i < offset + count; i++) {
            bytes[at++] = DIGITS[data[i] >> 4 & 0xF];
            bytes[at++] = DIGITS[data[i] & 0xF];
        }
        length = at;
    }

    /** Makes room. */
    private void reserve(int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
    }

    private void grow(int count) {
        int needed = Math.addExact(length, count);
        bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * length, 1 << 30)));
    }

    /** The text as a string. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
