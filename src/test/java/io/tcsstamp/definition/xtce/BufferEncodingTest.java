package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.encoding;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.ParameterRef;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and bytes. */
class BufferEncodingTest {
    private static final String FIXED = "<Fixed><FixedValue>16</FixedValue></Fixed>";
    private static final String DYNAMIC =
            "<DynamicValue><ParameterInstanceRef parameterRef='A' useCalibratedValue='0'/>%s"
                    + "</DynamicValue>";
    private static final String LOOKUP =
            "<DiscreteLookupList><DiscreteLookup value='8'><Comparison parameterRef='A' value='1'/>"
                    + "</DiscreteLookup><DiscreteLookup value='16'><ComparisonList/>"
                    + "</DiscreteLookup></DiscreteLookupList>";

    private static DataEncoding.OfString string(String content, String attributes) {
        return (DataEncoding.OfString)
                encoding(
                        "<StringDataEncoding "
                                + attributes
                                + ">"
                                + content
                                + "</StringDataEncoding>");
    }

    private static String sized(String content) {
        return "<SizeInBits>" + content + "</SizeInBits>";
    }

    private static String variable(String content) {
        return "<Variable maxSizeInBits='64'>" + content + "</Variable>";
    }

    private static IntegerValue binary(String size) {
        return ((DataEncoding.OfBinary)
                        encoding("<BinaryDataEncoding>" + sized(size) + "</BinaryDataEncoding>"))
                .sizeInBits();
    }

    private static void refusedString(String marked, String attributes, String code) {
        refused(
                withType(
                        "<StringParameterType name='T'>"
                                + marked.replace("{", "<StringDataEncoding" + attributes + ">")
                                        .replace("}", "</StringDataEncoding>")
                                + "</StringParameterType>"),
                code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US-ASCII",
                "ISO-8859-1",
                "Windows-1252",
                "UTF-8",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32",
                "UTF-32LE",
                "UTF-32BE"
            })
    void every_charset_of_the_schema_is_one_of_java(String charset) {
        String name = string(sized(FIXED), "encoding='" + charset + "'").charset();

        assertThat(Charset.forName(name).name()).isEqualTo(name).isEqualToIgnoringCase(charset);
    }

    @Test
    void a_text_is_utf_8_as_long_as_its_buffer() {
        assertThat(string(sized(FIXED), ""))
                .isEqualTo(
                        new DataEncoding.OfString(
                                "UTF-8",
                                DataEncoding.ByteOrder.MOST_SIGNIFICANT_FIRST,
                                new IntegerValue.Fixed(16),
                                new TextExtent.Whole()));
    }

    @Test
    void another_charset_is_refused() {
        refusedString("@@{" + sized(FIXED) + "}", " encoding='EBCDIC'", "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({"58, 58", "' 0A ', 0a", "'', 00"})
    void a_text_ends_at_a_character(String hex, String expected) {
        String end = "<TerminationChar>" + hex + "</TerminationChar>";

        assertThat(string(sized(FIXED + end), "").extent())
                .isEqualTo(new TextExtent.Terminated(expected));
        assertThat(string(variable(LOOKUP + end), "").extent())
                .isEqualTo(new TextExtent.Terminated(expected));
    }

    @ParameterizedTest
    @CsvSource({"5, UTF-8", "xy, UTF-8", "00, UTF-16", "0000, UTF-32BE"})
    void an_end_that_is_no_character_is_refused(String hex, String charset) {
        refusedString(
                "{<SizeInBits>"
                        + FIXED
                        + "@@<TerminationChar>"
                        + hex
                        + "</TerminationChar></SizeInBits>}",
                " encoding='" + charset + "'",
                "INVALID_VALUE");
    }

    @Test
    void a_text_stands_behind_its_length() {
        assertThat(string(sized(FIXED + "<LeadingSize sizeInBitsOfSizeTag='8'/>"), "").extent())
                .isEqualTo(new TextExtent.Leading(8));
        assertThat(string(sized(FIXED + "<LeadingSize/>"), "").extent())
                .isEqualTo(new TextExtent.Leading(16));
    }

    @Test
    void an_end_and_a_length_are_refused() {
        refusedString(
                "{@@<SizeInBits>"
                        + FIXED
                        + "<TerminationChar>00</TerminationChar><LeadingSize/></SizeInBits>}",
                "",
                "INVALID_VALUE");
    }

    @Test
    void a_text_without_a_size_is_refused() {
        refusedString("@@{}", "", "MISSING_ELEMENT");
        refusedString(
                "{@@<SizeInBits><TerminationChar>00</TerminationChar></SizeInBits>}",
                "",
                "UNSUPPORTED");
    }

    @Test
    void version_1_1_has_variable_sizes_within_fixed_ones() {
        assertThat(string(sized("<Fixed>" + DYNAMIC.formatted("") + "</Fixed>"), "").sizeInBits())
                .isEqualTo(new IntegerValue.Dynamic(new ParameterRef("/S/A", false), 1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 0",
        "<LinearAdjustment slope='8' intercept='-16'/>, 8, -16",
        "<LinearAdjustment intercept='16'/>, 1, 16",
        "<LinearAdjustment slope='0.5'/>, 0.5, 0"
    })
    void a_size_comes_from_a_parameter(String adjustment, double slope, double intercept) {
        IntegerValue expected =
                new IntegerValue.Dynamic(new ParameterRef("/S/A", false), slope, intercept);

        assertThat(binary(DYNAMIC.formatted(adjustment))).isEqualTo(expected);
        assertThat(string(variable(DYNAMIC.formatted(adjustment)), "").sizeInBits())
                .isEqualTo(expected);
    }

    @Test
    void a_size_comes_from_a_table() {
        IntegerValue expected =
                new IntegerValue.Lookup(
                        List.of(
                                new IntegerValue.Row(
                                        8,
                                        new MatchCriteria.Comparison(
                                                new ParameterRef("/S/A", true),
                                                MatchCriteria.Operator.EQ,
                                                "1")),
                                new IntegerValue.Row(16, MatchCriteria.ALWAYS)),
                        Optional.empty());

        assertThat(binary(LOOKUP)).isEqualTo(expected);
        assertThat(string(variable(LOOKUP), "").sizeInBits()).isEqualTo(expected);
    }

    @Test
    void bytes_may_be_none() {
        assertThat(binary("<FixedValue>0</FixedValue>")).isEqualTo(new IntegerValue.Fixed(0));
    }

    @ParameterizedTest
    @CsvSource({
        "@@<FixedValue>-1</FixedValue>",
        "@@<FixedValue>x</FixedValue>",
        "<DiscreteLookupList>@@<DiscreteLookup value='-8'><ComparisonList/></DiscreteLookup>"
                + "</DiscreteLookupList>",
        "<DynamicValue><ParameterInstanceRef parameterRef='A'/>@@<LinearAdjustment slope='INF'/>"
                + "</DynamicValue>",
        "<FixedValue>1</FixedValue>@@<DynamicValue/>"
    })
    void a_size_that_is_none_is_refused(String marked) {
        refused(
                withType(
                        "<BinaryParameterType name='T'><BinaryDataEncoding>"
                                + sized(marked)
                                + "</BinaryDataEncoding></BinaryParameterType>"),
                "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "FromBinaryTransformAlgorithm, UNSUPPORTED",
        "ToBinaryTransformAlgorithm, UNSUPPORTED",
        "ErrorDetectCorrect, UNSUPPORTED",
        "Calibrator, UNKNOWN_ELEMENT"
    })
    void algorithms_are_refused(String element, String code) {
        refused(
                withType(
                        "<BinaryParameterType name='T'><BinaryDataEncoding>"
                                + sized("<FixedValue>8</FixedValue>")
                                + "@@<"
                                + element
                                + " name='x'/></BinaryDataEncoding></BinaryParameterType>"),
                code);
    }
}
