package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tcsstamp.it.LanderPackets;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@code parse --format jsonl}. */
class JsonLinesWriterTest {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(
                                            com.fasterxml.jackson.core.StreamReadFeature
                                                    .STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static List<JsonNode> lines(LanderPackets packets) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String text = Written.text(packets, out -> new JsonLinesWriter(out, name -> true));
        assertThat(text).endsWith("\n");
        for (String line : text.split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static JsonNode line(LanderPackets packets) throws IOException {
        List<JsonNode> lines = lines(packets);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void a_packet_is_an_object_with_name_index_time_and_values() throws IOException {
        JsonNode line =
                line(
                        new LanderPackets()
                                .attitude(LanderPackets.FIRST_MILLIS, 0, 60, true, 1.5f, -0f, 0.1));

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("packet", "index", "time", "values", "error");
        assertThat(line.get("packet").textValue()).isEqualTo("Attitude");
        assertThat(line.get("index").intValue()).isZero();
        assertThat(line.get("time").textValue()).isEqualTo("2026-03-01T10:00:00.250Z");
        assertThat(line.get("error").isNull()).isTrue();
        JsonNode values = line.get("values");
        assertThat(values.get("APID").toString()).isEqualTo("{\"raw\":100,\"value\":100}");
        assertThat(values.get("MODE").toString()).isEqualTo("{\"raw\":0,\"value\":\"SAFE\"}");
        assertThat(values.get("HULL").toString())
                .isEqualTo("{\"raw\":60,\"value\":10.0,\"limits\":\"normal\"}");
        assertThat(values.get("LIT").toString()).isEqualTo("{\"raw\":7,\"value\":true}");
        assertThat(values.get("POSITION.x").toString()).isEqualTo("{\"raw\":1.5,\"value\":1.5}");
        assertThat(values.get("POSITION.y").toString()).isEqualTo("{\"raw\":-0.0,\"value\":-0.0}");
        assertThat(values.get("RANGE").toString()).isEqualTo("{\"raw\":0.1,\"value\":0.1}");
    }

    @Test
    void what_is_not_finite_is_a_string() throws IOException {
        JsonNode values =
                line(new LanderPackets()
                                .attitude(
                                        0,
                                        0,
                                        255,
                                        false,
                                        Float.NEGATIVE_INFINITY,
                                        Float.POSITIVE_INFINITY,
                                        Double.NaN))
                        .get("values");

        assertThat(values.get("POSITION.x").toString())
                .isEqualTo("{\"raw\":\"float:-inf\",\"value\":\"float:-inf\"}");
        assertThat(values.get("POSITION.y").toString())
                .isEqualTo("{\"raw\":\"float:inf\",\"value\":\"float:inf\"}");
        assertThat(values.get("RANGE").toString())
                .isEqualTo("{\"raw\":\"float:nan\",\"value\":\"float:nan\"}");
        assertThat(values.get("HULL").get("limits").textValue()).isEqualTo("warning");
    }

    @Test
    void integers_are_exact_at_any_width() throws IOException {
        BigInteger huge = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.TWO);

        JsonNode values =
                line(new LanderPackets().science(-1, Long.MIN_VALUE, huge, 0)).get("values");

        assertThat(values.get("BIG").get("value").bigIntegerValue())
                .isEqualTo("18446744073709551615");
        assertThat(values.get("SMALL").get("raw").longValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(values.get("HUGE").get("value").bigIntegerValue()).isEqualTo(huge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" and \\ back",
                "tab\tline\nreturn\rbell\u0007 nul\u0000 del\u007f",
                "C1 \u0085 and \u2028 line separator",
                "Grüße, ΔV, 火星",
                "\uD83D\uDE80 non-BMP \uD83D\uDEF0"
            })
    void any_text_comes_back(String note) throws IOException {
        JsonNode values = line(new LanderPackets().log(note, (byte) 0, (byte) -1)).get("values");

        assertThat(values.get("NOTE").get("value").textValue()).isEqualTo(note);
        assertThat(values.get("NOTE").get("raw").textValue())
                .isEqualTo(
                        "hex:"
                                + HexFormat.of()
                                        .formatHex(
                                                note.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(values.get("BLOB").toString())
                .isEqualTo("{\"raw\":\"hex:00ff\",\"value\":\"hex:00ff\"}");
    }

    @Test
    void labels_are_escaped() throws IOException {
        List<JsonNode> lines =
                lines(
                        new LanderPackets()
                                .attitude(0, 1, 0, false, 0, 0, 0)
                                .attitude(0, 2, 0, false, 0, 0, 0));

        assertThat(lines.get(0).at("/values/MODE/value").textValue())
                .isEqualTo("DESCENT, \"final\"");
        assertThat(lines.get(1).at("/values/MODE/value").textValue())
                .isEqualTo("µ-GRAVITY \uD83D\uDE80");
    }

    @Test
    void of_a_parameter_that_is_there_twice_the_last_value_counts_at_the_first_place()
            throws IOException {
        JsonNode values = line(new LanderPackets().science(0, 0, BigInteger.TEN, 2)).get("values");

        assertThat(values.get("SAMPLE_COUNT").get("value").intValue()).isEqualTo(255);
        assertThat(values.fieldNames())
                .toIterable()
                .containsSubsequence("HUGE", "SAMPLE_COUNT", "SAMPLES[0]", "SAMPLES[1]")
                .doesNotHaveDuplicates();
    }

    @Test
    void packets_of_changing_shape_are_told_apart() throws IOException {
        LanderPackets packets = new LanderPackets();
        for (int i = 0; i < 40; i++) {
            packets.science(i, i, BigInteger.ONE, i % 20).log("n" + i);
        }

        List<JsonNode> lines = lines(packets);

        assertThat(lines).hasSize(80);
        for (int i = 0; i < 40; i++) {
            JsonNode science = lines.get(2 * i).get("values");
            assertThat(science.get("BIG").get("raw").intValue()).isEqualTo(i);
            assertThat(science.has("SAMPLES[" + (i % 20) + "]")).isFalse();
            assertThat(i % 20 == 0 || science.has("SAMPLES[" + (i % 20 - 1) + "]")).isTrue();
            assertThat(lines.get(2 * i + 1).at("/values/NOTE/value").textValue())
                    .isEqualTo("n" + i);
        }
    }

    @Test
    void a_packet_that_failed_has_what_was_decoded_before_and_why() throws IOException {
        JsonNode line = line(new LanderPackets().data(101, (byte) 9, (byte) 'x'));

        assertThat(line.get("packet").textValue()).isEqualTo("Log");
        assertThat(line.at("/values/NOTE_BYTES/value").intValue()).isEqualTo(9);
        assertThat(line.get("values").has("NOTE")).isFalse();
        JsonNode error = line.get("error");
        assertThat(error.get("cause").textValue()).isEqualTo("short");
        assertThat(error.get("container").textValue()).isEqualTo("Log");
        assertThat(error.get("parameter").textValue()).isEqualTo("NOTE");
        assertThat(error.get("bit").intValue()).isEqualTo(56);
        assertThat(error.get("message").textValue()).isNotEmpty();
        assertThat(error.get("hex").textValue()).isEqualTo("0065c000000109" + "78");
    }

    @Test
    void a_packet_of_no_container_has_no_name() throws IOException {
        JsonNode line = line(new LanderPackets().data(7, (byte) 0));

        assertThat(line.get("packet").isNull()).isTrue();
        assertThat(line.at("/error/cause").textValue()).isEqualTo("unknown");
        assertThat(line.at("/values/APID/value").intValue()).isEqualTo(7);
    }

    @Test
    void a_packet_that_is_too_long_is_good_with_a_warning() throws IOException {
        JsonNode line = line(new LanderPackets().data(101, (byte) 0, (byte) 0, (byte) 1));

        assertThat(line.get("error").isNull()).isTrue();
        assertThat(line.at("/warning/cause").textValue()).isEqualTo("over-long");
        assertThat(line.at("/warning/bits").intValue()).isEqualTo(8);
        assertThat(line.at("/values/BLOB/value").textValue()).isEqualTo("hex:");
    }

    @Test
    void only_what_is_selected_is_written() throws IOException {
        String text =
                Written.text(
                        new LanderPackets().attitude(1, 0, 0, true, 0, 0, 0),
                        out -> new JsonLinesWriter(out, "LIT"::equals));

        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode line = JSON.readTree(parser);
            assertThat(line.get("values").fieldNames()).toIterable().containsExactly("LIT");
            assertThat(line.get("time").textValue()).isEqualTo("1970-01-01T00:00:00.001Z");
        }
    }
}
