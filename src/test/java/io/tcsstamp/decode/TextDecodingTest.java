package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.dynamic;
import static io.tcsstamp.decode.TestDefinitions.fixed;
import static io.tcsstamp.decode.TestDefinitions.label;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static io.tcsstamp.decode.TestDefinitions.textEncoding;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.ParameterType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings and binaries. */
class TextDecodingTest {
    @ParameterizedTest
    @CsvSource({
        "US-ASCII, 414243, ABC",
        "ISO-8859-1, e9, \u00e9",
        "windows-1252, 80, \u20ac",
        "UTF-8, e282ac, \u20ac",
        "UTF-16, 00410042, AB",
        "UTF-16, feff0041, A",
        "UTF-16, fffe4100, A",
        "UTF-16LE, 41004200, AB",
        "UTF-32BE, 0001f600, \ud83d\ude00",
    })
    void charsets(String charset, String hex, String expected) throws DefinitionException {
        assertThat(whole(charset, hex).value(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, 80",
        "windows-1252, 81",
        "UTF-8, c080",
        "UTF-8, eda080",
        "UTF-8, e282",
        "UTF-16BE, d8000041",
        "UTF-16BE, 004100",
        "UTF-32BE, 00110000",
    })
    void bytes_that_are_no_text_are_a_failure(String charset, String hex)
            throws DefinitionException {
        PacketValues values = whole(charset, hex);
        DecodeReport report = values.report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.VALUE);
        assertThat(report.message()).contains("no text in " + charset);
        assertThat(values.size()).isZero();
    }

    private static PacketValues whole(String charset, String hex) throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        return s.root(
                        s.field(
                                "X",
                                s.text(charset, fixed(hex.length() * 4L), new TextExtent.Whole())))
                .decode(hex);
    }

    @Test
    void utf8_is_checked_as_the_decoder_of_java_does() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int good = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(6)];
            random.nextBytes(bytes);
            for (int k = 0; k < bytes.length; k++) {
                // leads and followers more often than chance has it
                bytes[k] = random.nextInt(4) == 0 ? bytes[k] : (byte) (0x80 | bytes[k] & 0x7F);
            }
            boolean expected;
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                expected = true;
                good++;
            } catch (CharacterCodingException e) {
                expected = false;
            }
            assertThat(Utf8Check.isUtf8(bytes, 0, bytes.length))
                    .as("seed %d, %s", seed, bytes)
                    .isEqualTo(expected);
        }
        assertThat(good).isGreaterThan(1000);
    }

    @Test
    void a_termination_character_is_searched_at_whole_code_units() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(
                s.field("X", s.text("UTF-16BE", fixed(64), new TextExtent.Terminated("0000"))),
                s.field("Y", s.unsigned(8)));
        // a misaligned 0000 stands between 0x4100 and 0x0042
        assertThat(shown(s.decode("4100 0042 0000 ffff 07"))).containsExactly("X=\u4100B", "Y=7");
    }

    @Test
    void a_missing_termination_character_is_a_failure() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(s.field("X", s.text("UTF-8", fixed(16), new TextExtent.Terminated("00"))));
        assertThat(s.decode("4142").report().orElseThrow().cause()).isEqualTo(Cause.VALUE);
    }

    @Test
    void a_leading_size_may_not_be_longer_than_its_buffer() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(s.field("X", s.text("UTF-8", fixed(24), new TextExtent.Leading(8))));
        assertThat(shown(s.decode("084142"))).containsExactly("X=A");
        assertThat(s.decode("184142").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
        assertThat(s.decode("044142").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
    }

    @Test
    void text_at_any_bit_is_padded_at_the_right_and_bytes_at_the_left() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(
                s.field("PAD", s.unsigned(4)),
                s.field("X", s.text("ISO-8859-1", fixed(12), new TextExtent.Whole())),
                s.field("B", s.binary(fixed(12))));
        PacketValues values = s.decode("f4 14 14 1f");
        assertThat(values.raw(1)).isEqualTo(new byte[] {0x41, 0x40});
        assertThat(values.value(1)).isEqualTo("A@");
        assertThat(values.raw(2)).isEqualTo(new byte[] {0x01, 0x41});
    }

    @ParameterizedTest
    @CsvSource({"02 4142, B=hex:4142", "00, B=hex:"})
    void sizes_depend_on_the_packet(String hex, String expected) throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(s.field("N", s.unsigned(8)), s.field("B", s.binary(dynamic("N", 8, 0))));
        assertThat(shown(s.decode(hex)).get(1)).isEqualTo(expected);
    }

    @Test
    void a_negative_size_and_one_beyond_the_packet_are_failures() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(s.field("N", s.unsigned(8)), s.field("B", s.binary(dynamic("N", 8, -16))));
        DecodeReport negative = s.decode("01 00").report().orElseThrow();
        assertThat(negative.cause()).isEqualTo(Cause.SIZE);
        assertThat(negative.message()).contains("negative: -8");
        DecodeReport beyond = s.decode("ff 00").report().orElseThrow();
        assertThat(beyond.cause()).isEqualTo(Cause.SHORT);
        assertThat(beyond.field()).isEqualTo("B");
    }

    @Test
    void labels_and_truth_of_text() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        var two = textEncoding("UTF-8", fixed(16), new TextExtent.Whole());
        s.root(
                s.field("L", s.labels(two, label("AA", "FIRST"), label("BB", "SECOND"))),
                s.field("T", s.type(new ParameterType.OfBoolean(s.common(), two, "ON", "NO"))),
                s.field("F", s.type(new ParameterType.OfBoolean(s.common(), two, "ON", "NO"))));
        assertThat(shown(s.decode("4242 4f4e 4e4f")))
                .containsExactly("L=SECOND", "T=true", "F=false");
        DecodeReport report = s.decode("4343 4142 4142").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.VALUE);
        assertThat(report.message()).contains("\"CC\" has no label");
    }
}
