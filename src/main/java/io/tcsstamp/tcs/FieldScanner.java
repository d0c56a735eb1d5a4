package io.tcsstamp.tcs;

/**
 * Finds the end of a field: the first control character. Plain loops, because a bridge spends its
 * first seconds in code that is not optimised yet. Stateless.
 */
final class FieldScanner {
    private FieldScanner() {}

    /**
     * The position of the first byte that is not printable ASCII (0x20 to 0x7E), or {@code end}.
     */
    static int skipPrintable(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= 0x20 && bytes[at] != 0x7F) {
            at++;
        }
        return at;
    }

    /** The position of the first control character of ISO-8859-1, or {@code end}. */
    static int skipText(byte[] bytes, int from, int end) {
        int at = skipPrintable(bytes, from, end);
        while (at < end && (bytes[at] & 0xFF) >= 0xA0) {
            at = skipPrintable(bytes, at + 1, end);
        }
        return at;
    }
}
