package io.tcsstamp.decode;

/** Tells whether bytes are UTF-8, without making text of them. */
final class Utf8Check {
    private Utf8Check() {}

    /** True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
    static boolean isUtf8(byte[] bytes, int from, int length) {
        int end = from + length;
        int i = from;
        while (i < end) {
            int first = bytes[i++];
            if (first >= 0) {
                continue;
            }
            int more = followers(first & 0xFF);
            if (more == 0 || end - i < more || !firstFollower(first & 0xFF, bytes[i] & 0xFF)) {
                return false;
            }
            for (int k = 1; k < more; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            i += more;
        }
        return true;
    }

    private static int followers(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }

    /** The Unicode standard, table 3-7. */
    private static boolean firstFollower(int first, int second) {
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high;
    }
}
