package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.type;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Alarms.Level;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Label;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.Unit;
import io.tcsstamp.definition.ValidRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integers, floats, enumerations, booleans; units, ranges and limits. */
class TypeTest {
    private static final String INT = "<IntegerDataEncoding/>";
    private static final String TEXT =
            "<StringDataEncoding><SizeInBits><Fixed><FixedValue>16</FixedValue></Fixed></SizeInBits>"
                + "</StringDataEncoding>";

    private static ParameterType.OfInteger integer(String content) {
        return (ParameterType.OfInteger)
                type("<IntegerParameterType name='T'>" + INT + content + "</IntegerParameterType>");
    }

    private static List<Label> labels(String encoding, String enumerations) {
        return ((ParameterType.OfEnumeration)
                        type(
                                "<EnumeratedParameterType name='T'>"
                                        + encoding
                                        + "<EnumerationList>"
                                        + enumerations
                                        + "</EnumerationList></EnumeratedParameterType>"))
                .labels();
    }

    @Test
    void descriptions_and_units_are_kept() {
        ParameterType read =
                type(
                        "<FloatParameterType name='T' shortDescription='brief' initialValue='1'>"
                                + "<LongDescription>long\n text</LongDescription><AliasSet/>"
                                + "<AncillaryDataSet><AncillaryData name='x'><any/></AncillaryData>"
                                + "</AncillaryDataSet><UnitSet><Unit description='metre' power='-2'"
                                + " factor='1000' form='calibrated'> m </Unit><Unit factor='1'>s"
                                + "</Unit></UnitSet><FloatDataEncoding/></FloatParameterType>");

        assertThat(read.common().description()).isEqualTo(new Description("brief", "long\n text"));
        assertThat(read.common().units())
                .containsExactly(new Unit("m", -2, "1000", "metre"), new Unit("s", 1, "", ""));
    }

    @Test
    void a_type_may_be_encoded_as_another_one() {
        assertThat(
                        type(
                                "<FloatParameterType name='T' sizeInBits='64'>"
                                        + INT
                                        + "</FloatParameterType>"))
                .isInstanceOf(ParameterType.OfFloat.class);
    }

    @Test
    void labels_have_values_in_any_base() {
        assertThat(
                        labels(
                                INT,
                                "<Enumeration value='0x10' label='A' shortDescription='x'/>"
                                        + "<Enumeration value='-1' maxValue='0b11' label='B'/>"
                                        + "<Enumeration value='16' label='C'/>"))
                .containsExactly(
                        new Label("16", Optional.empty(), "A"),
                        new Label("-1", Optional.of("3"), "B"),
                        new Label("16", Optional.empty(), "C"));
    }

    @Test
    void labels_of_texts_and_floats_have_values_of_theirs() {
        assertThat(labels(TEXT, "<Enumeration value='0x10' label='A'/>"))
                .containsExactly(new Label("0x10", Optional.empty(), "A"));
        assertThat(labels("<FloatDataEncoding/>", "<Enumeration value='1.50' label='A'/>"))
                .containsExactly(new Label("1.5", Optional.empty(), "A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@<Enumeration value='one' label='A'/>",
                "@@<Enumeration value='1.5' label='A'/>",
                "@@<Enumeration value='1' maxValue='' label='A'/>"
            })
    void a_label_without_a_number_is_refused(String marked) {
        refusedEnumeration(marked, "INVALID_VALUE");
    }

    @Test
    void a_label_without_text_or_value_is_refused() {
        refusedEnumeration("@@<Enumeration value='1'/>", "MISSING_ATTRIBUTE");
        refusedEnumeration("@@<Enumeration label='1'/>", "MISSING_ATTRIBUTE");
    }

    private static void refusedEnumeration(String marked, String code) {
        refused(
                withType(
                        "<EnumeratedParameterType name='T'><IntegerDataEncoding/><EnumerationList>"
                                + marked
                                + "</EnumerationList></EnumeratedParameterType>"),
                code);
    }

    @Test
    void an_enumeration_of_bytes_is_refused() {
        refused(
                withType(
                        "@@<EnumeratedParameterType name='T'><BinaryDataEncoding><SizeInBits>"
                                + "<FixedValue>8</FixedValue></SizeInBits></BinaryDataEncoding>"
                                + "<EnumerationList/></EnumeratedParameterType>"),
                "UNSUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({"'', True, False", "oneStringValue='ON' zeroStringValue='OFF', ON, OFF"})
    void a_boolean_has_texts(String attributes, String one, String zero) {
        ParameterType.OfBoolean read =
                (ParameterType.OfBoolean)
                        type(
                                "<BooleanParameterType name='T' "
                                        + attributes
                                        + ">"
                                        + INT
                                        + "</BooleanParameterType>");

        assertThat(read.one()).isEqualTo(one);
        assertThat(read.zero()).isEqualTo(zero);
    }

    @Test
    void a_valid_range_is_read() {
        assertThat(integer("").validRange()).isEmpty();
        assertThat(integer("<ValidRange minInclusive='-1' maxExclusive='2.5'/>").validRange())
                .contains(new ValidRange(new Range(-1, false, 2.5, true), true));
        assertThat(
                        integer(
                                        "<ValidRange minExclusive='0x10'"
                                                + " validRangeAppliesToCalibrated='0'/>")
                                .validRange())
                .contains(
                        new ValidRange(
                                new Range(16, true, Double.POSITIVE_INFINITY, false), false));
    }

    @Test
    void version_1_1_has_a_set_of_valid_ranges() {
        assertThat(
                        integer(
                                        "<ValidRangeSet validRangeAppliesToCalibrated='false'>"
                                                + "<ValidRange maxInclusive='2'/></ValidRangeSet>")
                                .validRange())
                .contains(
                        new ValidRange(
                                new Range(Double.NEGATIVE_INFINITY, false, 2, false), false));
        refusedInteger(
                "<ValidRangeSet><ValidRange maxInclusive='2'/>@@<ValidRange minInclusive='4'/>"
                        + "</ValidRangeSet>",
                "UNSUPPORTED");
    }

    private static void refusedInteger(String marked, String code) {
        refused(
                withType(
                        "<IntegerParameterType name='T'>"
                                + INT
                                + marked
                                + "</IntegerParameterType>"),
                code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minInclusive='2' maxInclusive='1'",
                "minInclusive='2' minExclusive='1'",
                "maxInclusive='x'"
            })
    void a_range_that_is_none_is_refused(String attributes) {
        refusedInteger("@@<ValidRange " + attributes + "/>", "INVALID_VALUE");
    }

    @Test
    void limits_of_a_number_are_read() {
        Alarms read =
                integer(
                                "<DefaultAlarm minViolations='3'><StaticAlarmRanges>"
                                        + "<WarningRange minInclusive='1' maxInclusive='9'/>"
                                        + "<SevereRange maxExclusive='20'/></StaticAlarmRanges>"
                                        + "<AlarmMultiRanges><Range level='distress'"
                                        + " rangeForm='inside' minInclusive='5' maxInclusive='5'/>"
                                        + "</AlarmMultiRanges></DefaultAlarm><ContextAlarmList>"
                                        + "<ContextAlarm><ContextMatch><Comparison parameterRef='A'"
                                        + " value='1'/></ContextMatch><StaticAlarmRanges"
                                        + " rangeForm='inside'><WatchRange minInclusive='0'/>"
                                        + "</StaticAlarmRanges></ContextAlarm></ContextAlarmList>")
                        .alarms();

        assertThat(read.byDefault())
                .contains(
                        new Alarms.Alarm(
                                List.of(
                                        new Alarms.OfRange(
                                                Level.WARNING,
                                                new Range(1, false, 9, false),
                                                false),
                                        new Alarms.OfRange(
                                                Level.SEVERE,
                                                new Range(
                                                        Double.NEGATIVE_INFINITY, false, 20, true),
                                                false),
                                        new Alarms.OfRange(
                                                Level.DISTRESS,
                                                new Range(5, false, 5, false),
                                                true)),
                                List.of(),
                                Level.NORMAL,
                                3));
        assertThat(read.contexts()).hasSize(1);
        assertThat(read.contexts().get(0).alarm().ranges())
                .containsExactly(
                        new Alarms.OfRange(
                                Level.WATCH,
                                new Range(0, false, Double.POSITIVE_INFINITY, false),
                                true));
    }

    @ParameterizedTest
    @CsvSource({"enumerationLabel", "enumerationValue"})
    void limits_of_an_enumeration_are_read(String attribute) {
        ParameterType.OfEnumeration read =
                (ParameterType.OfEnumeration)
                        type(
                                "<EnumeratedParameterType name='T'>"
                                        + INT
                                        + "<EnumerationList><Enumeration value='0' label='OFF'/>"
                                        + "</EnumerationList><DefaultAlarm"
                                        + " defaultAlarmLevel='watch'><EnumerationAlarmList>"
                                        + "<EnumerationAlarm alarmLevel='critical' "
                                        + attribute
                                        + "='OFF'/></EnumerationAlarmList></DefaultAlarm>"
                                        + "</EnumeratedParameterType>");

        assertThat(read.alarms().byDefault())
                .contains(
                        new Alarms.Alarm(
                                List.of(),
                                List.of(new Alarms.OfLabel(Level.CRITICAL, "OFF")),
                                Level.WATCH,
                                1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ChangeAlarmRanges", "AlarmConditions", "CustomAlarm", "StringAlarmList"})
    void other_limits_are_refused(String kind) {
        refusedInteger("<DefaultAlarm>@@<" + kind + "/></DefaultAlarm>", "UNSUPPORTED");
    }

    @Test
    void limits_of_a_text_are_refused() {
        refused(
                withType(
                        "<StringParameterType name='T' restrictionPattern='a' characterWidth='8'>"
                                + "<SizeRangeInCharacters/>"
                                + TEXT
                                + "@@<DefaultAlarm/></StringParameterType>"),
                "UNSUPPORTED");
    }

    @Test
    void a_base_type_is_refused() {
        refused(
                withType(
                        "@@<IntegerParameterType name='T' baseType='U8'><IntegerDataEncoding/>"
                                + "</IntegerParameterType>"),
                "UNSUPPORTED");
    }

    @Test
    void a_type_without_an_encoding_is_refused_where_a_packet_holds_it() {
        assertThat(
                        refused(
                                withType("@@<IntegerParameterType name='T' sizeInBits='8'/>"),
                                "MISSING_ELEMENT"))
                .contains("/S/X");
    }

    @Test
    void a_type_without_an_encoding_is_left_out_where_no_packet_holds_it() throws Exception {
        List<Problem> warnings = new ArrayList<>();
        Definition read =
                XtceReader.read(
                        withType("<FloatParameterType name='T'/>")
                                .replace("<ParameterRefEntry parameterRef='X'/>", ""),
                        "d.xml",
                        warnings::add);

        assertThat(read.parameters()).containsOnlyKeys("/S/A", "/S/B");
        assertThat(read.types()).containsOnlyKeys("/S/U8");
        assertThat(warnings).extracting(Problem::code).containsExactly("NO_ENCODING");
    }

    @Test
    void an_aggregate_of_a_type_without_an_encoding_is_refused_too() {
        assertThat(
                        refused(
                                withType(
                                        "<AggregateParameterType name='T'><MemberList><Member"
                                                + " name='m' typeRef='N'/></MemberList>"
                                                + "</AggregateParameterType>"
                                                + "@@<StringParameterType name='N'/>"),
                                "MISSING_ELEMENT"))
                .contains("/S/X");
    }

    @Test
    void an_unknown_type_is_refused() {
        refused(Xtce.document("@@<ComplexParameterType name='T'/>", "", ""), "UNKNOWN_ELEMENT");
    }
}
