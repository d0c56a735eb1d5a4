package io.tcsstamp.it;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a STAMP stream must look like. */
final class StampLines {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?"
                            + "\t[^\\x00-\\x1f\\x7f-\\x9f]+\t0000\t[^\\x00-\\x1f\\x7f-\\x9f]*");

    private StampLines() {}

    /**
     * Cuts a stream at its LFs; what follows the last LF is left out. Throws when it is not UTF-8.
     */
    static List<String> split(byte[] stream) {
        int end = stream.length;
        while (end > 0 && stream[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            return List.of();
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(stream, 0, end - 1))
                            .toString();
            return List.of(text.split("\n", -1));
        } catch (CharacterCodingException e) {
            throw new AssertionError("STAMP received bytes that are not UTF-8", e);
        }
    }

    /** The lines that are not of the form that STAMP expects. */
    static List<String> corrupt(List<String> lines) {
        return lines.stream().filter(line -> !LINE.matcher(line).matches()).toList();
    }
}
