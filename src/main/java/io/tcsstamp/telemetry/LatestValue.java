package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;

/**
 * The latest value of a parameter when it was looked at. Texts and numbers are made when they are
 * asked for. Immutable and thread-safe.
 */
public final class LatestValue {
    private static final int MOST_UNIT_CHARACTERS = 16;

    private final String source;
    private final Parameter parameter;
    private final Duration age;
    private final long seconds;
    private final int nanos;
    private final Charset charset;
    private final byte[] bytes;
    private final int textOffset;
    private final int textLength;
    private final boolean cut;

    /**
     * Creates it.
     *
     * @param bytes the raw value with the text in it
     * @param cut true where the text is not whole
     */
    LatestValue(
            String source,
            Parameter parameter,
            Duration age,
            long seconds,
            int nanos,
            Charset charset,
            byte[] bytes,
            int textOffset,
            int textLength,
            boolean cut) {
        this.source = source;
        this.parameter = parameter;
        this.age = age;
        this.seconds = seconds;
        this.nanos = nanos;
        this.charset = charset;
        this.bytes = bytes;
        this.textOffset = textOffset;
        this.textLength = textLength;
        this.cut = cut;
    }

    /** The id of the source that sent it. */
    public String source() {
        return source;
    }

    /** The name as STAMP gets it. */
    public String parameter() {
        return parameter.name();
    }

    /**
     * The unit: of the definition where it has one, else the first word that the instrument wrote
     * behind the value, such as {@code V}; empty where there is none. Has no space, and is no
     * number of its own.
     */
    public String unit() {
        return parameter.unit().isEmpty() ? behindValue() : parameter.unit();
    }

    /** The text as STAMP gets it; of a long one the start, with {@code …} behind it. */
    public String text() {
        String text = new String(bytes, textOffset, textLength, charset);
        return cut ? text + '…' : text;
    }

    /** The number that the text is; NaN where it is none, such as {@code N/A}. */
    public double number() {
        return cut || textLength > NumberText.MOST_CHARACTERS
                ? Double.NaN
                : NumberText.parse(new String(bytes, textOffset, textLength, charset));
    }

    /** When the instrument says the value was taken, UTC. */
    public Instant time() {
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** How long ago it came, by this machine's clock; not negative. */
    public Duration age() {
        return age;
    }

    private String behindValue() {
        int from = textOffset + textLength;
        if (from >= bytes.length) {
            return "";
        }
        String rest = new String(bytes, from, bytes.length - from, charset).strip();
        int space = rest.indexOf(' ');
        String word = space < 0 ? rest : rest.substring(0, space);
        return isUnit(word) ? word : "";
    }

    /** What stands in brackets says what the value means, and changes with it. */
    private static boolean isUnit(String word) {
        if (word.isEmpty() || word.length() > MOST_UNIT_CHARACTERS) {
            return false;
        }
        char first = word.charAt(0);
        return Character.isLetter(first) || first == '%' || first == '°';
    }

    @Override
    public String toString() {
        return source + ' ' + parameter + '=' + text();
    }
}
