package io.tcsstamp.it;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Says where two texts part. */
final class FirstDifference {
    private FirstDifference() {}

    /**
     * An empty text when both are equal, byte for byte; otherwise the line number and both lines.
     */
    static String between(byte[] expected, byte[] got) {
        if (Arrays.equals(expected, got)) {
            return "";
        }
        String[] wanted = lines(expected);
        String[] seen = lines(got);
        int same = 0;
        while (same < Math.min(wanted.length, seen.length) && wanted[same].equals(seen[same])) {
            same++;
        }
        return "line %d of %d (got %d lines)%n    expected %s%n    got      %s"
                .formatted(
                        same + 1,
                        wanted.length,
                        seen.length,
                        quote(wanted, same),
                        quote(seen, same));
    }

    // ISO-8859-1 keeps every byte apart, so that a difference cannot hide behind a replacement
    // character
    private static String[] lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.isEmpty() ? new String[0] : text.split("(?<=\n)");
    }

    private static String quote(String[] lines, int index) {
        if (index >= lines.length) {
            return "the end";
        }
        return "'" + lines[index].replace("\t", "\\t").replace("\n", "\\n") + "'";
    }
}
