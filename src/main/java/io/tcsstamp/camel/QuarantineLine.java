package io.tcsstamp.camel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A line of a file of the quarantine. Immutable as long as nobody changes the array.
 *
 * @param origin the source and where it is
 * @param received when the bytes came; where that is not told, when they were put into quarantine
 * @param reason why they were
 * @param cause the same in a word, empty where there is none
 * @param continued true for a further piece of something
 * @param position where the bytes were in their stream; 0 where that is not told
 * @param bytes what came
 */
record QuarantineLine(
        String origin,
        Instant received,
        String reason,
        String cause,
        boolean continued,
        long position,
        byte[] bytes) {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(QuarantineLines.LONGEST)
                                    .maxNestingDepth(1)
                                    .build())
                    .build();

    /** How many fields a line has at most; the quarantine writes fewer. */
    private static final int MOST_FIELDS = 100;

    /**
     * Reads a line.
     *
     * @throws IOException if it is not such a line
     */
    static QuarantineLine parse(byte[] line, int length) throws IOException {
        Map<String, String> texts = new HashMap<>();
        byte[] bytes = null;
        boolean continued = false;
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                expect(value != null && value.isScalarValue() && texts.size() < MOST_FIELDS);
                if (name.equals("hex")) {
                    expect(value == JsonToken.VALUE_STRING);
                    bytes = hex(json);
                } else if (name.equals("continued")) {
                    continued = value == JsonToken.VALUE_TRUE;
                } else {
                    texts.put(name, json.getText());
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
        expect(bytes != null && texts.containsKey("origin"));
        return new QuarantineLine(
                texts.get("origin"),
                time(texts.getOrDefault(Rejection.RECEIVED, texts.getOrDefault("time", ""))),
                texts.getOrDefault("reason", ""),
                texts.getOrDefault(Rejection.CAUSE, ""),
                continued,
                position(texts.getOrDefault("position", "0")),
                bytes);
    }

    private static void expect(boolean right) throws IOException {
        if (!right) {
            throw new IOException("this is not a line of the quarantine");
        }
    }

    private static byte[] hex(JsonParser json) throws IOException {
        int from = json.getTextOffset();
        try {
            return HexFormat.of()
                    .parseHex(json.getTextCharacters(), from, from + json.getTextLength());
        } catch (IllegalArgumentException e) {
            throw new IOException("the bytes are not hexadecimal", e);
        }
    }

    private static Instant time(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("the time cannot be read", e);
        }
    }

    private static long position(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
