package io.tcsstamp.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, strings, numbers, booleans and null; bounded in depth and size, no name
 * twice in an object. Stateless.
 */
final class Json {
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_VALUES = 50_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build();

    /** Counts what one text holds. */
    private static final class Reader {
        private final JsonParser parser;
        private int values;

        private Reader(JsonParser parser) {
            this.parser = parser;
        }

        private Object value(JsonToken token) throws IOException {
            if (token == null || ++values > MOST_VALUES) {
                throw new MalformedException(token == null ? "it ends early" : "too many values");
            }
            return switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NULL -> null;
                default -> throw new MalformedException("unexpected " + token);
            };
        }

        private Map<String, Object> object() throws IOException {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                object.put(name, value(parser.nextToken()));
            }
            return object;
        }

        private List<Object> array() throws IOException {
            List<Object> array = new ArrayList<>();
            for (JsonToken at = parser.nextToken();
                    at != JsonToken.END_ARRAY;
                    at = parser.nextToken()) {
                array.add(value(at));
            }
            return array;
        }
    }

    private Json() {}

    /** What a text in UTF-8 says. */
    static Object read(byte[] bytes) throws MalformedException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            Object value = new Reader(parser).value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new MalformedException("something stands behind it");
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new MalformedException(
                    at == null
                            ? "not JSON, too deep or too long"
                            : "at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (MalformedException e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedException("not text in UTF-8");
        }
    }

    /** The text of a value of these kinds, in UTF-8. */
    static byte[] write(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(generator, value);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Iterable<?> array) {
            out.writeStartArray();
            for (Object one : array) {
                write(out, one);
            }
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            out.writeNumber(number.toString());
        } else {
            out.writeNull();
        }
    }
}
