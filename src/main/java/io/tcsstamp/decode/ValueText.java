package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.packet.Bits;

/**
 * Values as text: integers exact, floats by the fewest digits that give them back ({@code nan},
 * {@code inf}, {@code -inf} where they are not finite), labels, {@code true} or {@code false}, text
 * as it is, bytes as {@code hex:} and their digits. Stateless and thread-safe.
 */
public final class ValueText {
    private ValueText() {}

    /** Appends the derived value of a slot. */
    public static void append(PacketValues values, int slot, TextBuffer to) {
        switch (values.valueKind(slot)) {
            case FLOAT -> to.append(values.number(slot));
            case BOOLEAN -> to.appendAscii(values.number(slot) != 0 ? "true" : "false");
            case LABEL -> to.appendUtf8(values.label(slot));
            case TEXT -> appendText(values, slot, to);
            default -> appendRaw(values, slot, to);
        }
    }

    /** Appends the raw value of a slot; that of text is its buffer as bytes. */
    public static void appendRaw(PacketValues values, int slot, TextBuffer to) {
        long bits = values.rawBits(slot);
        switch (values.field(slot).rawKind()) {
            case SIGNED -> to.append(bits);
            case UNSIGNED -> to.appendUnsigned(bits);
            case FLOAT -> to.append(Double.longBitsToDouble(bits));
            case WIDE -> to.appendAscii(values.raw(slot).toString());
            case TEXT -> appendHex(values, bits, false, to);
            case BYTES -> appendHex(values, bits, true, to);
        }
    }

    private static void appendText(PacketValues values, int slot, TextBuffer to) {
        long extent = values.textExtent(slot);
        int bit = (int) Extent.bitOffset(extent);
        int width = (int) Extent.bitLength(extent);
        byte[] bytes = values.bytes();
        int from = values.offset() + (bit >>> 3);
        int count = width >>> 3;
        String charset = ((DataEncoding.OfString) values.field(slot).encoding()).charset();
        if ((bit & 7) == 0 && hasAscii(charset) && isAscii(bytes, from, count)) {
            to.append(bytes, from, count);
        } else {
            to.appendUtf8((String) values.value(slot));
        }
    }

    /** True for a charset in which ASCII's bytes are ASCII's characters. */
    private static boolean hasAscii(String charset) {
        return !charset.startsWith("UTF-16") && !charset.startsWith("UTF-32");
    }

    private static boolean isAscii(byte[] bytes, int from, int count) {
        int all = 0;
        for (int i = from; i < from + count; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static void appendHex(
            PacketValues values, long extent, boolean rightAligned, TextBuffer to) {
        int bit = (int) Extent.bitOffset(extent);
        int width = (int) Extent.bitLength(extent);
        byte[] bytes = values.bytes();
        to.appendAscii("hex:");
        if (((bit | width) & 7) == 0) {
            to.appendHex(bytes, values.offset() + (bit >>> 3), width >>> 3);
        } else {
            byte[] copy =
                    rightAligned
                            ? Bits.rightAlignedBytes(bytes, values.offset(), bit, width)
                            : Bits.leftAlignedBytes(bytes, values.offset(), bit, width);
            to.appendHex(copy, 0, copy.length);
        }
    }
}
