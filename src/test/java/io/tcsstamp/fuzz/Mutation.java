package io.tcsstamp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes, in the ways in which bytes get damaged and in some more. Stateless. */
final class Mutation {
    private static final String[] HUGE = {
        "0", "-1", "99999999999999999999", "2147483648", "9223372036854775808", "\u00FF\u00FF\u007F"
    };
    private static final String[] SPECIAL = {
        "\u0003",
        "\n",
        "\r",
        "\t",
        "\t\t",
        "\u0000",
        "\u0085",
        "\u00C2\u0085",
        "\u00C3",
        "\u00FF",
        " UTC",
        "\r\n\u0003"
    };

    private Mutation() {}

    /** One to four damages, each anywhere; {@code other} is what pieces are taken from. */
    static byte[] of(byte[] bytes, byte[] other, Random random) {
        byte[] mutated = bytes;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            mutated = one(mutated, other, random);
        }
        return mutated;
    }

    /** Bytes of any values. */
    static byte[] noise(int mostBytes, Random random) {
        byte[] bytes = new byte[random.nextInt(mostBytes + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] one(byte[] bytes, byte[] other, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, random);
            // cut off, cut out, repeated
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> replaced(bytes, from, from, piece);
            case 4 -> replaced(bytes, from, to, part(other, random));
            case 5 -> replaced(bytes, from, from, pick(SPECIAL, random));
            case 6 -> hugeNumber(bytes, from, random);
            default -> replaced(bytes, from, Math.min(to, from + 20), noise(20, random));
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (bytes.length > 0) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] part(byte[] other, Random random) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    }

    /** In the place of the next digits. */
    private static byte[] hugeNumber(byte[] bytes, int from, Random random) {
        int start = from;
        while (start < bytes.length && !isDigit(bytes[start])) {
            start++;
        }
        int end = start;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return replaced(bytes, start, end, pick(HUGE, random));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + by.length);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }

    private static byte[] pick(String[] from, Random random) {
        return from[random.nextInt(from.length)].getBytes(ISO_8859_1);
    }
}
