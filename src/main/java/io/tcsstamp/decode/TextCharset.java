package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.packet.Bits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Bytes of a packet to text, strictly: what is not text in the charset is an error.
 *
 * <p>Immutable and thread-safe.
 */
final class TextCharset {
    private final Charset charset;
    private final boolean littleEndian;
    private final int unitBits;
    // by byte: true where it is a character; null for charsets of more than one byte
    private final boolean[] single;

    /**
     * Creates it.
     *
     * @param name as Java calls the charset
     * @param order of UTF-16 and UTF-32 without a byte order mark
     * @throws IllegalArgumentException for a charset that Java does not have
     */
    TextCharset(String name, ByteOrder order) {
        this.charset = Charset.forName(name);
        this.littleEndian = order == ByteOrder.LEAST_SIGNIFICANT_FIRST;
        String upper = charset.name().toUpperCase(Locale.ROOT);
        this.unitBits = upper.startsWith("UTF-16") ? 16 : upper.startsWith("UTF-32") ? 32 : 8;
        boolean table =
                unitBits == 8
                        && !charset.equals(StandardCharsets.UTF_8)
                        && charset.newDecoder().maxCharsPerByte() == 1
                        && charset.canEncode()
                        && charset.newEncoder().maxBytesPerChar() == 1;
        this.single = table ? characters(charset) : null;
    }

    private static boolean[] characters(Charset charset) {
        boolean[] characters = new boolean[256];
        for (int i = 0; i < 256; i++) {
            characters[i] = !strict(charset, new byte[] {(byte) i}, 0, 1).isEmpty();
        }
        return characters;
    }

    /** The bits of a code unit. */
    int unitBits() {
        return unitBits;
    }

    /**
     * Checks that the text of a slot is text.
     *
     * @throws DecodeFailure where it is not; the slot is gone then
     */
    void check(PacketValues values, int slot, long extent) {
        int bits = (int) Math.min(Integer.MAX_VALUE, Extent.bitLength(extent));
        long at = Extent.bitOffset(extent);
        boolean whole = ((at | bits) & 7) == 0;
        byte[] bytes = whole ? values.bytes : copy(values, extent);
        int from = whole ? values.offset + (int) (at >> 3) : 0;
        int length = (bits + 7) >> 3;
        boolean good;
        if (single != null) {
            good = allSingle(bytes, from, length);
        } else if (charset == StandardCharsets.UTF_8) {
            good = Utf8Check.isUtf8(bytes, from, length);
        } else {
            good =
                    length == 0
                            || !strict(effective(bytes, from, length), bytes, from, length)
                                    .isEmpty()
                            || onlyMark(bytes, from, length);
        }
        if (!good) {
            throw Failures.value(values, slot, "its bytes are no text in " + charset.name());
        }
    }

    /** The text at a place that was checked. */
    String text(PacketValues values, long extent) {
        byte[] bytes = copy(values, extent);
        return new String(bytes, 0, bytes.length, effective(bytes, 0, bytes.length));
    }

    /** The bytes of a text, for comparisons. */
    byte[] bytes(String text) {
        Charset plain = effective(new byte[0], 0, 0);
        return text.getBytes(plain);
    }

    private static byte[] copy(PacketValues values, long extent) {
        return Bits.leftAlignedBytes(
                values.bytes,
                values.offset + (int) (Extent.bitOffset(extent) >> 3),
                (int) Extent.bitOffset(extent) & 7,
                (int) Extent.bitLength(extent));
    }

    private boolean allSingle(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!single[bytes[i] & 0xFF]) {
                return false;
            }
        }
        return true;
    }

    /** A mark in front decides for UTF-16 and UTF-32; else the order of the definition. */
    private Charset effective(byte[] bytes, int from, int length) {
        String name = charset.name();
        if (!name.equals("UTF-16") && !name.equals("UTF-32")) {
            return charset;
        }
        if (hasMark(bytes, from, length)) {
            return charset;
        }
        return Charset.forName(name + (littleEndian ? "LE" : "BE"));
    }

    private boolean hasMark(byte[] bytes, int from, int length) {
        if (length < unitBits / 8) {
            return false;
        }
        int a = bytes[from] & 0xFF;
        int b = bytes[from + 1] & 0xFF;
        if (unitBits == 16) {
            return (a == 0xFE && b == 0xFF) || (a == 0xFF && b == 0xFE);
        }
        int c = bytes[from + 2] & 0xFF;
        int d = bytes[from + 3] & 0xFF;
        return (a == 0 && b == 0 && c == 0xFE && d == 0xFF)
                || (a == 0xFF && b == 0xFE && c == 0 && d == 0);
    }

    private boolean onlyMark(byte[] bytes, int from, int length) {
        return length == unitBits / 8 && hasMark(bytes, from, length);
    }

    private static String strict(Charset charset, byte[] bytes, int from, int length) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
