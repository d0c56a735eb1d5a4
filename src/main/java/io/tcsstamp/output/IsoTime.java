package io.tcsstamp.output;

import io.tcsstamp.decode.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes instants as {@code 2021-04-09T00:00:00.123456Z} (ISO 8601, RFC 3339), with as many groups
 * of three decimals as they need. Remembers the last second written, so it is not thread-safe.
 */
final class IsoTime {
    private long second = Long.MIN_VALUE;
    private byte[] upToSecond = {};

    /** Appends an instant. */
    void append(TextBuffer to, Instant instant) {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            String text = Instant.ofEpochSecond(second).toString();
            upToSecond = text.substring(0, text.length() - 1).getBytes(StandardCharsets.US_ASCII);
        }
        to.append(upToSecond);
        int nanos = instant.getNano();
        if (nanos > 0) {
            to.append('.');
            int places = 100_000_000;
            while (nanos > 0) {
                for (int i = 0; i < 3; i++) {
                    to.append((char) ('0' + nanos / places));
                    nanos %= places;
                    places /= 10;
                }
            }
        }
        to.append('Z');
    }
}
