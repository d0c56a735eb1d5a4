package io.tcsstamp.tcs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of a field eight bytes at a time: a usual field holds nothing but printable ASCII,
 * so that anything else is worth a look. Stateless.
 */
final class FieldScanner {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private FieldScanner() {}

    /**
     * The position of the first byte that is not printable ASCII (0x20 to 0x7E), or {@code end}.
     */
    static int skipPrintable(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long word = (long) LONGS.get(bytes, at);
            // below 0x20, above 0x7E, or 0x80 and up; the lowest mark is exact, those above may not
            long marks = ((word - 0x20 * ONES) | (word + ONES) | word) & HIGHS;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0x20 && bytes[at] != 0x7F) {
            at++;
        }
        return at;
    }

    /** True for a byte of text in ISO-8859-1 beyond ASCII that is no control character. */
    static boolean isHighText(byte b) {
        return (b & 0xFF) >= 0xA0;
    }
}
