package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.TIME;
import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as they shall be. */
class TcsParserTest {
    private static final Instant INSTANT = Instant.parse("2021-01-08T16:34:06.873Z");
    private final TcsParser parser = new TcsParser(UnitRules.none());

    @Test
    void readsTimeNameAndValue() {
        assertThat(parse(entry("ch1_iout", "0.0000 A [0.0000 Apk]") + "|"))
                .containsExactly(sample("ch1_iout", "0.0000 A [0.0000 Apk]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r\n\r\n", "\n\n", "\n\r\n"})
    void anyLineEndSeparatesRecords(String end) {
        SampleBatch batch = parse(entry("a", "1") + end + entry("b", "2") + "|");

        assertThat(batch).containsExactly(sample("a", "1"), sample("b", "2"));
        assertThat(batch.blockCount()).isEqualTo(1);
        assertThat(batch.rejections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n|", "\n|", "|", "\r\n", "\n", "", "\r", "\r|"})
    void aLineEndBeforeEtxAndTheEndAreNoRecord(String end) {
        SampleBatch batch = parse(entry("a", "1") + end);

        assertThat(batch).containsExactly(sample("a", "1"));
        assertThat(batch.rejections()).isEmpty();
        assertThat(batch.recordCount()).isEqualTo(1);
    }

    @Test
    void emptyRecordsAreSkipped() {
        SampleBatch batch = parse("\r\n\r\n" + entry("a", "1") + "\r\n\r\n|\r\n|");

        assertThat(batch).containsExactly(sample("a", "1"));
        assertThat(batch.rejections()).isEmpty();
    }

    @Test
    void blocksAreKeptApart() {
        SampleBatch batch =
                parse(entry("a", "1") + "||" + entry("a", "2") + "\r\n" + entry("b", "3") + "|");

        assertThat(Batches.blockLists(batch))
                .containsExactly(
                        List.of(sample("a", "1")), List.of(sample("a", "2"), sample("b", "3")));
    }

    @Test
    void whatFollowsAThirdTabIsIgnored() {
        assertThat(parse(entry("a", "1\tmore\tand\u0001more\r") + "\r\n" + entry("b", "2") + "|"))
                .containsExactly(sample("a", "1"), sample("b", "2"));
    }

    @Test
    void aValueMayBeEmptyOrBlank() {
        assertThat(parse(entry("a", "") + "\r\n" + entry("b", " ") + "\r\n" + entry("c", "\tx")))
                .containsExactly(sample("a", ""), sample("b", " "), sample("c", ""));
    }

    @Test
    void namesAndValuesMayBeLatin1() {
        assertThat(parse(entry("température", "20,5 ºC ±1 ÿ\u00A0") + "|"))
                .containsExactly(sample("température", "20,5 ºC ±1 ÿ\u00A0"));
    }

    @Test
    void namesMayHoldSpacesAndSigns() {
        assertThat(parse(entry(" a=b:c/d ~", "1") + "|"))
                .containsExactly(sample(" a=b:c/d ~", "1"));
    }

    @Test
    void aNameOfTheGreatestLengthIsRead() {
        String name = "n".repeat(1024);

        assertThat(parse(entry(name, "1") + "|")).containsExactly(sample(name, "1"));
    }

    @Test
    void aValueMayBeAMegabyteLong() {
        String value = "é0123456789abcde".repeat(1 << 16);

        assertThat(parse(entry("a", value) + "|")).containsExactly(sample("a", value));
    }

    @Test
    void unitsAreCutByTheNameAsReceivedAndThePrefixIsPutBeforeIt() {
        TcsParser prefixed = new TcsParser(UnitRulesFile.of("psu_vdc = {value} V"), "tcs2_");

        assertThat(prefixed.parse(bytes(entry("psu_vdc", "28.1 V") + "\n" + entry("x", "1 V"))))
                .containsExactly(
                        new Sample(INSTANT, "tcs2_psu_vdc", "28.1 V", "28.1"),
                        sample("tcs2_x", "1 V"));
    }

    @Test
    void whatIsNotAsciiDoesNotSpoilTheTextOfOthers() {
        TcsParser cutting = new TcsParser(UnitRulesFile.of("t = {value} ºC"));
        SampleBatch batch =
                cutting.parse(bytes(entry("t", "20.5 ºC") + "\n" + entry("x", "±1") + "|"));

        assertThat(batch.sample(0).text()).isEqualTo("20.5");
        assertThat(batch.textUtf8Length(0)).isEqualTo(4);
        assertThat(batch.textUtf8Length(1)).isEqualTo(3);
    }

    @Test
    void moreNamesThanAreRememberedAreStillReadWithTheirUnits() {
        TcsParser many = new TcsParser(UnitRulesFile.of("last = {value} V"));
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 50_010; i++) {
            block.append(TIME).append("\tn").append(i).append("\t").append(i).append('\n');
        }
        SampleBatch batch = many.parse(bytes(block + entry("last", "1 V") + "|"));

        assertThat(batch.size()).isEqualTo(50_011);
        assertThat(batch.sample(50_005)).isEqualTo(sample("n50005", "50005"));
        assertThat(batch.sample(50_010).text()).isEqualTo("1");
    }

    @Test
    void nothingGivesAnEmptyBatch() {
        SampleBatch batch = parse("");

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.recordCount()).isZero();
    }

    private SampleBatch parse(String text) {
        return parser.parse(bytes(text));
    }

    private static Sample sample(String name, String value) {
        return new Sample(INSTANT, name, value, value);
    }
}
