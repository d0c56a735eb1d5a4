package io.tcsstamp.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Says where the received bytes leave the expected ones. */
final class Difference {
    private static final int SHOWN = 120;

    private Difference() {}

    /**
     * Describes the first difference.
     *
     * @param expected what has to come: from 0 to the position
     * @param received what came: from 0 to the position
     */
    static String describe(ByteBuffer expected, ByteBuffer received) {
        ByteBuffer want = expected.duplicate().flip();
        ByteBuffer got = received.duplicate().flip();
        int at = want.mismatch(got);
        if (at < 0) {
            return "no difference in " + want.limit() + " bytes";
        }
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (want.get(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return "received %d of %d bytes; first difference at byte %d, line %d: expected \"%s\", got \"%s\""
                .formatted(
                        got.limit(),
                        want.limit(),
                        at,
                        line,
                        excerpt(want, start),
                        excerpt(got, start));
    }

    private static String excerpt(ByteBuffer bytes, int start) {
        byte[] shown = new byte[Math.max(0, Math.min(SHOWN, bytes.limit() - start))];
        bytes.get(start, shown);
        String text = new String(shown, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
