package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.TIME;
import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.entry;
import static io.tcsstamp.tcs.Blocks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed record is rejected with its exact bytes; those around it are read. */
class TcsParserRejectionTest {
    private final TcsParser parser = new TcsParser(UnitRules.none());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                " ",
                "garbage without a tab",
                TIME,
                TIME + "\t",
                TIME + "\tname",
                TIME + " name value",
                "\t",
                "\tname",
                "caf\u00e9"
            })
    void fewerThanThreeFields(String entry) {
        assertRejected(entry, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                TIME + "\t\tvalue|the name is empty",
                TIME + "\t\t|the name is empty",
                "\t\t|the time is not of the form",
                "\tname\tvalue|the time is not of the form",
                "yesterday\tname\tvalue|the time is not of the form",
                "2021-01-08 16:34:06.873 UTC\tn\tv|the time is not of the form",
                "2021/01/08T16:34:06.873 UTC\tn\tv|the time is not of the form",
                "2021/02/30 16:34:06.873 UTC\tn\tv|the date does not exist",
                "2021/01/08 24:34:06.873 UTC\tn\tv|the time of day does not exist",
                "2021/01/08 16:34:06.873 UT\tn\tv|UTC",
                "2021/01/08 16:34:06.873 CET\tn\tv|UTC",
                " 2021/01/08 16:34:06.873 UTC\tn\tv|the time is not of the form",
                "2021/01/08 16:34:06.873 UTC \tn\tv|UTC",
                "2021/01/08 16:34:06.873\u00a0UTC\tn\tv|a character that is no printable ASCII",
            })
    void whatIsWrongIsSaid(String entry, String reason) {
        assertRejected(entry, reason);
    }

    @Test
    void aNameThatIsTooLong() {
        assertRejected(entry("n".repeat(1025), "1"), "the name is longer than 1024 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 7, 8, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    void aControlCharacterInAnyFieldAtAnyPlace(int control) {
        String c = String.valueOf((char) control);
        for (String field : new String[] {c + "abcdefghij", "abcde" + c + "fghij"}) {
            assertRejected(field + "\tname\tvalue", "printable ASCII in the time");
            assertRejected(entry(field, "value"), "a control character in the name");
            assertRejected(entry("name", field), "a control character in the value");
            assertRejected(entry("name", field + "\textra"), "a control character in the value");
        }
        assertRejected(entry("abcdefghij" + c, "value"), "a control character in the name");
        assertRejected(entry("name", "abcdefghij" + c + "\tx"), "a control character in the value");
        if (control != '\r') {
            assertRejected(entry("name", "abcdefghij" + c), "a control character in the value");
        }
    }

    @Test
    void oneCarriageReturnBelongsToTheLineEndAndAnotherToTheRecord() {
        SampleBatch batch = parser.parse(bytes("bad\r\r\n" + entry("a", "1\r") + "\r\n|"));

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.rejections())
                .extracting(r -> text(r.bytes()))
                .containsExactly("bad\r", entry("a", "1\r"));
    }

    @Test
    void theTimeBeforeAMalformedOneIsNotCarriedOver() {
        SampleBatch batch =
                parser.parse(
                        bytes(
                                entry("a", "1")
                                        + "\n2021/01/08 16:34:66 UTC\tb\t2\n"
                                        + entry("c", "3")
                                        + "|"));

        assertThat(batch).extracting(Sample::name).containsExactly("a", "c");
        assertThat(batch.sample(1).time()).isEqualTo(batch.sample(0).time());
    }

    @Test
    void rejectionsKeepTheirOrder() {
        SampleBatch batch = parser.parse(bytes("one\r\n" + entry("a", "1") + "\r\ntwo|three|"));

        assertThat(batch.rejections())
                .extracting(r -> text(r.bytes()))
                .containsExactly("one", "two", "three");
        assertThat(batch.recordCount()).isEqualTo(4);
    }

    /** In every position of a block, and with every end. */
    private void assertRejected(String entry, String reason) {
        String good = entry("good", "1");
        assertRejectedIn(entry + "|" + good + "|", entry, reason, 1);
        assertRejectedIn(entry + "\r\n" + good + "|", entry, reason, 1);
        assertRejectedIn(good + "\n" + entry + "\n" + good + "|", entry, reason, 2);
        assertRejectedIn(good + "\r\n" + entry + "|", entry, reason, 1);
        assertRejectedIn(good + "\r\n" + entry, entry, reason, 1);
    }

    private void assertRejectedIn(String blocks, String entry, String reason, int good) {
        SampleBatch batch = parser.parse(bytes(blocks));

        assertThat(batch.rejections()).as("%s", batch.rejections()).hasSize(1);
        Rejection rejection = batch.rejections().get(0);
        assertThat(text(rejection.bytes())).isEqualTo(entry);
        assertThat(rejection.reason()).contains(reason).doesNotContainPattern("\\p{Cntrl}");
        assertThat(rejection.continued()).isFalse();
        assertThat(batch).extracting(Sample::name).hasSize(good).containsOnly("good");
    }
}
