package io.tcsstamp.stamp;

import static io.tcsstamp.telemetry.Batches.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading lines back, and what is no line. */
class StampParserTest {
    private static final String GOOD = "08.01.2021 16:34:06\tgood\t0000\t1";
    private static final String TIME = "08.01.2021 16:34:06.873";

    @Test
    void readsLinesWithAndWithoutMilliseconds() {
        assertThat(parse("08.01.2021 16:34:06\ta\t0000\t1\n" + TIME + "\tτ\t0000\t20 €\n"))
                .containsExactly(
                        sample("2021-01-08T16:34:06Z", "a", "1"),
                        sample("2021-01-08T16:34:06.873Z", "τ", "20 €"));
    }

    @Test
    void allLinesAreOneBlock() {
        assertThat(parse(GOOD + "\n" + GOOD).blockCount()).isEqualTo(1);
    }

    @Test
    void theLastLineNeedsNoLineEndAndEmptyLinesAreNone() {
        SampleBatch batch = parse("\n\n" + GOOD + "\n\n" + GOOD);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.rejections()).isEmpty();
    }

    @Test
    void theSensorNumberIsIgnoredAndAValueMayBeEmpty() {
        assertThat(parse(TIME + "\ta\t17\t\n" + TIME + "\tb\t\tx"))
                .containsExactly(
                        sample("2021-01-08T16:34:06.873Z", "a", ""),
                        sample("2021-01-08T16:34:06.873Z", "b", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\t", TIME, TIME + "\tname", TIME + "\tname\t0000", "\t\t"})
    void fewerThanFourFields(String line) {
        assertRejected(line, "fewer than four fields");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "30.02.2021 16:34:06",
                "08.13.2021 16:34:06",
                "00.01.2021 16:34:06",
                "08.01.2021 24:00:00",
                "08.01.2021 16:60:00",
                "08.01.2021 23:59:60",
                "08.01.2021 16:34:06.",
                "08.01.2021 16:34:06.87",
                "08.01.2021 16:34:06.8731",
                "08.01.2021 16:34:6.873",
                "8.1.2021 16:34:06",
                "08/01/2021 16:34:06",
                "08.01.2021T16:34:06",
                "08.01.2021 16:34:0x",
                "2021.01.08 16:34:06",
                " 8.01.2021 16:34:06",
                "08.01.2021 16:34:06 ",
                "0é.01.2021 16:34:06",
                "''",
            })
    void aTimeThatIsNone(String time) {
        assertRejected(time + "\tname\t0000\tvalue", "the time is not of the form");
    }

    @Test
    void anEmptyName() {
        assertRejected(TIME + "\t\t0000\tvalue", "the name is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0003", "\r", "\u001F", "\u007F", "\u0080", "\u009F"})
    void aControlCharacter(String control) {
        for (String field : new String[] {control + "x", "x" + control + "y", "x" + control}) {
            assertRejected(TIME + "\t" + field + "\t0000\tvalue", "a control character");
            assertRejected(TIME + "\tname\t0000\t" + field, "a control character");
        }
    }

    @Test
    void aTabInTheValue() {
        assertRejected(TIME + "\tname\t0000\tvalue\tmore", "a control character");
    }

    @Test
    void charactersThatOnlyLookLikeControlCharactersPass() {
        assertThat(parse(TIME + "\t\u00A0ÂÀ\t0000\tÀ\u00A0\u0100")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 ºC", "é", "\u00E2\u0082"})
    void bytesThatAreNotUtf8(String latin1) {
        byte[] value = (TIME + "\tname\t0000\t" + latin1).getBytes(ISO_8859_1);
        byte[] name = (TIME + "\t" + latin1 + "\t0000\tvalue").getBytes(ISO_8859_1);
        for (byte[] line : new byte[][] {value, name}) {
            SampleBatch batch = new StampParser().parse(line.clone());
            assertThat(batch).isEmpty();
            assertThat(batch.rejections()).hasSize(1);
            assertThat(batch.rejections().get(0).bytes()).isEqualTo(line);
        }
    }

    private static SampleBatch parse(String lines) {
        return new StampParser().parse(lines.getBytes(UTF_8));
    }

    private static void assertRejected(String line, String reason) {
        for (String all : new String[] {line, GOOD + "\n" + line + "\n" + GOOD}) {
            SampleBatch batch = parse(all);
            assertThat(batch.rejections()).as("%s", batch.rejections()).hasSize(1);
            assertThat(batch.rejections().get(0).reason()).contains(reason);
            assertThat(batch.rejections().get(0).bytes()).isEqualTo(line.getBytes(UTF_8));
            assertThat(batch.size()).isEqualTo(all.equals(line) ? 0 : 2);
        }
    }
}
