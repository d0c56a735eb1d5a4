package io.tcsstamp.packet;

import java.util.Arrays;

/** A line of hexadecimal digits and what it says, in a buffer that the next line uses again. */
final class HexLine {
    private final byte[] sync;
    private final int skip;
    private final int max;
    private byte[] bytes = new byte[256];
    private int count;

    HexLine(PacketFraming framing) {
        sync = framing.sync;
        skip = framing.skip;
        max = framing.maxLength;
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return skip;
    }

    /** Bytes of the packet; 0 for an empty line. */
    int length() {
        return Math.max(0, count - skip);
    }

    /** Reads a line; says what is wrong with it, or null. */
    String read(byte[] text, int from, int to) {
        int start = to;
        while (start > from && text[start - 1] != '|') {
            start--;
        }
        if (bytes.length < (to - start) / 2) {
            bytes = new byte[to - start];
        }
        count = 0;
        int high = -1;
        for (int i = start; i < to; i++) {
            int c = text[i];
            int digit = digit(c);
            if (digit < 0) {
                if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
                    continue;
                }
                return "column " + (i - from + 1) + ": " + shown(c) + " is no hexadecimal digit";
            }
            if (high < 0) {
                high = digit;
            } else {
                bytes[count++] = (byte) (high << 4 | digit);
                high = -1;
            }
        }
        if (high >= 0) {
            return "an odd number of hexadecimal digits: " + (2 * count + 1);
        }
        return problem(start > from);
    }

    private String problem(boolean hasTime) {
        if (count == 0) {
            return hasTime ? "no hexadecimal digits behind the |" : null;
        }
        if (count <= skip) {
            return count + " bytes are not more than the " + skip + " to skip";
        }
        if (count - skip > max) {
            return "a packet of " + (count - skip) + " bytes, possible are 1 to " + max;
        }
        return Arrays.equals(bytes, 0, sync.length, sync, 0, sync.length)
                ? null
                : "the bytes before the packet are not the synchronisation pattern";
    }

    private static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private static String shown(int c) {
        return c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "the byte 0x%02x".formatted(c & 0xFF);
    }
}
