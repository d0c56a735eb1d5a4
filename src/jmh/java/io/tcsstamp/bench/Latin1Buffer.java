package io.tcsstamp.bench;

import java.util.Arrays;

/** A growing array of ISO-8859-1 text. Not thread-safe. */
final class Latin1Buffer {
    private byte[] bytes = new byte[8192];
    private int length;

    Latin1Buffer clear() {
        length = 0;
        return this;
    }

    Latin1Buffer text(String text) {
        for (int i = 0; i < text.length(); i++) {
            octet(text.charAt(i));
        }
        return this;
    }

    Latin1Buffer octet(int octet) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) octet;
        return this;
    }

    /** Appends at least {@code width} digits of {@code value}, which is not negative. */
    Latin1Buffer digits(long value, int width) {
        long divisor = 1;
        for (int i = 1; i < width || value / divisor >= 10; i++) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            octet('0' + (int) (value / divisor % 10));
        }
        return this;
    }

    /**
     * Appends {@code scaled / 10^decimals}, for example {@code -801392} with four decimals as
     * {@code -80.1392}.
     */
    Latin1Buffer decimal(long scaled, int decimals) {
        if (scaled < 0) {
            octet('-');
        }
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long magnitude = Math.abs(scaled);
        digits(magnitude / scale, 1);
        return decimals == 0 ? this : octet('.').digits(magnitude % scale, decimals);
    }

    int length() {
        return length;
    }

    /** The backing array: valid up to {@link #length()} until the next change. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
