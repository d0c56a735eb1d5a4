package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceValidation.Level;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XtceValidationTest {
    private static final String ROOT =
            "<SpaceSystem name='S' xmlns='" + XtceSchema.NAMESPACE + "'%s>\n";
    private static final String LOCATION =
            " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'";
    private static final String TYPES =
            """
            <ParameterTypeSet>
            <IntegerParameterType name='U8'><IntegerDataEncoding/></IntegerParameterType>
            <IntegerParameterType name='U3'><IntegerDataEncoding sizeInBits='3'/></IntegerParameterType>
            <EnumeratedParameterType name='E'><IntegerDataEncoding/><EnumerationList>
            <Enumeration value='0' label='OFF'/><Enumeration value='1' label='ON'/>
            </EnumerationList></EnumeratedParameterType>
            </ParameterTypeSet>
            """;
    private static final String PARAMETERS =
            """
            <ParameterSet>
            <Parameter name='A' parameterTypeRef='U8'/><Parameter name='B' parameterTypeRef='U3'/>
            <Parameter name='M' parameterTypeRef='E'/>
            </ParameterSet>
            """;
    private static final String HEADER =
            """
            <SequenceContainer name='H'><EntryList>
            <ParameterRefEntry parameterRef='A'/><ParameterRefEntry parameterRef='B'/>
            <ParameterRefEntry parameterRef='M'/>
            </EntryList></SequenceContainer>
            """;

    private static String telemetry(String types, String parameters, String containers) {
        return ROOT.formatted(LOCATION)
                + "<TelemetryMetaData>\n"
                + types
                + parameters
                + "<ContainerSet>\n"
                + containers
                + "\n</ContainerSet>\n</TelemetryMetaData>\n</SpaceSystem>";
    }

    private static String containers(String containers) {
        return telemetry(TYPES, PARAMETERS, HEADER + containers);
    }

    private static String child(String name, String criteria) {
        return "<SequenceContainer name='"
                + name
                + "'><EntryList/><BaseContainer containerRef='H'>"
                + (criteria.isEmpty()
                        ? ""
                        : "<RestrictionCriteria>" + criteria + "</RestrictionCriteria>")
                + "</BaseContainer></SequenceContainer>\n";
    }

    private static String is(String parameter, String operator, String value) {
        return "<Comparison parameterRef='%s' comparisonOperator='%s' value='%s'/>"
                .formatted(parameter, operator.replace("<", "&lt;"), value);
    }

    private static String all(String... comparisons) {
        return "<ComparisonList>" + String.join("", comparisons) + "</ComparisonList>";
    }

    private static String any(String a, String b) {
        String condition =
                "<Condition><ParameterInstanceRef parameterRef='A'/>"
                    + "<ComparisonOperator>==</ComparisonOperator><Value>%s</Value></Condition>";
        return "<BooleanExpression><ORedConditions>"
                + condition.formatted(a)
                + condition.formatted(b)
                + "</ORedConditions></BooleanExpression>";
    }

    private static List<Problem> check(Level level, String document) {
        return XtceValidation.of(level).check(document, "d");
    }

    @Test
    void a_sound_document_has_no_problems() {
        String document =
                containers(
                        child("C1", is("A", "==", "1"))
                                + child("C2", all(is("A", ">", "1"), is("M", "==", "ON")))
                                + child("C3", all(is("A", ">", "1"), is("M", "!=", "ON"))));

        assertThat(check(Level.ALL, document)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("AMBIGUOUS_CONTAINERS", "A = 1", is("A", "==", "1"), is("A", "<", "2")),
                fault("AMBIGUOUS_CONTAINERS", "every packet", "", ""),
                fault("AMBIGUOUS_CONTAINERS", "A = 1", "", is("A", "==", "1")),
                fault("AMBIGUOUS_CONTAINERS", "M = ON", is("A", "==", "7"), is("M", "==", "ON")),
                fault("AMBIGUOUS_CONTAINERS", "A = 3", any("2", "3"), is("A", "==", "0x03")),
                fault("AMBIGUOUS_CONTAINERS", "A = 5", is("B", "!=", "1"), is("A", "==", "5")),
                fault(null, "", is("A", "==", "1"), is("A", "!=", "1")),
                fault(null, "", any("1", "2"), all(is("A", ">=", "3"))),
                fault(null, "", is("M", "==", "ON"), is("M", "==", "OFF")),
                fault(null, "", is("B", ">", "6"), is("B", "<=", "6")),
                fault("UNREACHABLE_CONTAINER", "never", is("A", "==", "1"), is("A", "==", "256")),
                fault("UNREACHABLE_CONTAINER", "never", is("A", "==", "1"), is("M", "==", "AUTO")),
                fault("UNREACHABLE_CONTAINER", "never", is("A", "==", "1"), is("B", "<", "0")),
                fault(
                        "UNREACHABLE_CONTAINER",
                        "never",
                        is("A", "==", "1"),
                        all(is("A", ">", "4"), is("A", "<", "5"))));
    }

    private static Arguments fault(String code, String words, String first, String second) {
        return arguments(code, words, first, second);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void criteria_that_overlap_or_never_hold_are_told(
            String code, String words, String first, String second) {
        List<Problem> problems =
                check(Level.STRUCTURE, containers(child("C1", first) + child("C2", second)));

        if (code == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().extracting(Problem::code).isEqualTo(code);
            assertThat(problems.get(0).message()).contains(words);
            assertThat(problems.get(0).location()).hasToString("d:20:1");
            assertThat(problems.get(0).path()).isEqualTo("/S/C2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void labels_that_are_numbers_are_told_as_they_are(String label) {
        String document =
                containers(child("C1", is("A", "==", "7")) + child("C2", is("M", "==", label)))
                        .replace("label='OFF'", "label='1'")
                        .replace("label='ON'", "label='0'");

        assertThat(check(Level.STRUCTURE, document))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).containsPattern("M = " + label + "[, ]"));
    }

    @Test
    void among_thousands_of_siblings_the_two_are_found() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            all.append(child("C" + i, is("W", "==", i == 4321 ? "0x1F4" : "" + i)));
        }
        String document =
                containers(all.toString())
                        .replace(
                                "<ParameterSet>",
                                "<ParameterSet><Parameter name='W' parameterTypeRef='U16'/>")
                        .replace(
                                "<ParameterTypeSet>",
                                "<ParameterTypeSet><IntegerParameterType"
                                        + " name='U16'><IntegerDataEncoding"
                                        + " sizeInBits='16'/></IntegerParameterType>")
                        .replaceFirst(
                                "<EntryList>", "<EntryList><ParameterRefEntry parameterRef='W'/>");

        assertThat(check(Level.STRUCTURE, document))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.path()).isEqualTo("/S/C4321");
                            assertThat(p.message()).contains("W = 500", "C4321 and C500");
                        });
    }

    @Test
    @Timeout(60) // 2 to the power of 40 ways
    void criteria_with_too_many_ways_to_hold_prove_nothing() {
        StringBuilder all = new StringBuilder();
        String or = any("1", "2").replaceAll("</?BooleanExpression>", "");
        String and =
                "<BooleanExpression><ANDedConditions>"
                        + or.repeat(40)
                        + "</ANDedConditions></BooleanExpression>";
        for (int i = 0; i < 300; i++) {
            all.append(
                    child(
                            "C" + i,
                            and.replace("<ComparisonOperator>==", "<ComparisonOperator>!=")));
        }

        assertThat(check(Level.STRUCTURE, containers(all.toString()))).isEmpty();
    }

    @Test
    void criteria_that_contradict_those_of_the_base_are_told_once() {
        String grandchild =
                child("C2", is("A", "==", "2")).replace("containerRef='H'", "containerRef='C1'");
        String below =
                child("C3", is("B", "==", "2")).replace("containerRef='H'", "containerRef='C2'");

        assertThat(
                        check(
                                Level.STRUCTURE,
                                containers(child("C1", is("A", "==", "1")) + grandchild + below)))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.code()).isEqualTo("UNREACHABLE_CONTAINER");
                            assertThat(p.path()).isEqualTo("/S/C2");
                        });
    }

    @Test
    void a_value_that_a_packet_has_twice_proves_nothing() {
        String twice =
                "<SequenceContainer name='C1'><EntryList><ParameterRefEntry parameterRef='A'/>"
                        + "</EntryList><BaseContainer containerRef='H'><RestrictionCriteria>"
                        + is("A", "==", "1")
                        + "</RestrictionCriteria></BaseContainer></SequenceContainer>";
        String grandchild =
                child("C2", is("A", "==", "2")).replace("containerRef='H'", "containerRef='C1'");

        assertThat(check(Level.STRUCTURE, containers(twice + grandchild))).isEmpty();
    }

    @Test
    void entries_on_the_same_bits_are_told() {
        String located =
                """
                <SequenceContainer name='L'><EntryList>
                <ParameterRefEntry parameterRef='A'/>
                <ParameterRefEntry parameterRef='B'><LocationInContainerInBits
                  referenceLocation='containerStart'><FixedValue>7</FixedValue>
                </LocationInContainerInBits></ParameterRefEntry>
                </EntryList></SequenceContainer>
                """;

        assertThat(check(Level.STRUCTURE, containers(located)))
                .singleElement()
                .hasToString(
                        "d:21:1: warning: B stands on bits 7 to 9, of which A has some too (0 to 7)"
                                + " (OVERLAPPING_ENTRIES, /S/L)");
        assertThat(check(Level.STRUCTURE, containers(located.replace(">7<", ">8<")))).isEmpty();
    }

    @Test
    void an_abstract_container_that_nothing_is_based_on_is_told() {
        String document =
                containers(
                        "<SequenceContainer name='X'"
                                + " abstract='true'><EntryList/></SequenceContainer>");

        assertThat(check(Level.STRUCTURE, document))
                .extracting(Problem::code)
                .containsExactly("ABSTRACT_WITHOUT_INHERITORS");
    }

    @Test
    void references_to_nothing_are_told_everywhere() {
        String document =
                ROOT.formatted(LOCATION)
                        + """
                        <TelemetryMetaData><MessageSet>
                        <Message name='m'><MatchCriteria><Comparison parameterRef='P1' value='1'/>
                        </MatchCriteria><ContainerRef containerRef='C1'/></Message>
                        </MessageSet></TelemetryMetaData>
                        <CommandMetaData>
                        <ArgumentTypeSet><IntegerArgumentType name='T'/></ArgumentTypeSet>
                        <MetaCommandSet>
                        <MetaCommand name='k'><ArgumentList><Argument name='a' argumentTypeRef='T'/>
                        <Argument name='b' argumentTypeRef='T2'/></ArgumentList>
                        <CommandContainer name='kc'><EntryList>
                        <ArgumentRefEntry argumentRef='a'/>
                        <ArgumentRefEntry argumentRef='c'/>
                        <ParameterRefEntry parameterRef='P2'/>
                        </EntryList></CommandContainer></MetaCommand>
                        <MetaCommand name='l'><BaseMetaCommand metaCommandRef='k'/>
                        <CommandContainer name='lc'><EntryList>
                        <ArgumentRefEntry argumentRef='b'/></EntryList>
                        <BaseContainer containerRef='kc'/></CommandContainer></MetaCommand>
                        <MetaCommandRef>k</MetaCommandRef>
                        <BlockMetaCommand name='n'><MetaCommandStepList>
                        <MetaCommandStep metaCommandRef='o'/></MetaCommandStepList></BlockMetaCommand>
                        </MetaCommandSet></CommandMetaData>
                        <ServiceSet><Service name='s'><MessageRefSet>
                        <MessageRef messageRef='m'/>
                        <MessageRef messageRef='m2'/></MessageRefSet></Service></ServiceSet>
                        </SpaceSystem>
                        """;

        assertThat(check(Level.ALL, document))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly(
                        "MISSING_PARAMETER_REFERENCE 3",
                        "MISSING_CONTAINER_REFERENCE 4",
                        "MISSING_ARGUMENT_TYPE_REFERENCE 10",
                        "MISSING_ARGUMENT_REFERENCE 13",
                        "MISSING_PARAMETER_REFERENCE 14",
                        "MISSING_COMMAND_REFERENCE 22",
                        "MISSING_MESSAGE_REFERENCE 26");
    }

    @Test
    void every_fault_of_telemetry_is_told_once_with_its_place() {
        String document =
                telemetry(
                        TYPES,
                        """
                        <ParameterSet>
                        <Parameter name='A' parameterTypeRef='U8'/>
                        <Parameter name='B' parameterTypeRef='NONE'/>
                        <Parameter name='X' parameterTypeRef='U3'/>
                        </ParameterSet>
                        """,
                        """
                        <SequenceContainer name='C'><EntryList>
                        <ParameterRefEntry parameterRef='A'/>
                        <ParameterRefEntry parameterRef='B'><RepeatEntry><Count><DynamicValue>
                        <ParameterInstanceRef parameterRef='NO'/></DynamicValue></Count></RepeatEntry>
                        </ParameterRefEntry>
                        <ContainerRefEntry containerRef='D'/>
                        </EntryList></SequenceContainer>
                        <SequenceContainer name='D'><EntryList><ContainerRefEntry containerRef='C'/>
                        </EntryList></SequenceContainer>\
                        """);

        assertThat(check(Level.ALL, document))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly(
                        "UNUSED_PARAMETER_TYPE 6",
                        "MISSING_PARAMETER_TYPE_REFERENCE 12",
                        "UNUSED_PARAMETER 13",
                        "CIRCULAR_REFERENCE 16",
                        "MISSING_PARAMETER_REFERENCE 19");
    }

    @Test
    void parameters_that_are_calculated_or_commanded_need_no_packet() {
        String document =
                ROOT.formatted(LOCATION)
                        + """
                        <TelemetryMetaData><ParameterTypeSet>
                        <IntegerParameterType name='U8'><IntegerDataEncoding/></IntegerParameterType>
                        </ParameterTypeSet><ParameterSet>
                        <Parameter name='P' parameterTypeRef='U8'>
                        <ParameterProperties dataSource='derived'/></Parameter>
                        <Parameter name='Q' parameterTypeRef='U8'/>
                        <Parameter name='R' parameterTypeRef='U8'/>
                        </ParameterSet></TelemetryMetaData>
                        <CommandMetaData><MetaCommandSet><MetaCommand name='k'>
                        <CommandContainer name='kc'><EntryList><ParameterRefEntry parameterRef='Q'/>
                        </EntryList></CommandContainer></MetaCommand></MetaCommandSet>
                        </CommandMetaData></SpaceSystem>\
                        """;

        assertThat(check(Level.ALL, document))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("UNUSED_PARAMETER 8");
    }

    @Test
    void a_fault_of_the_schema_is_not_told_again_as_one_of_structure() {
        String document = containers("").replace("sizeInBits='3'", "sizeInBits='three'");

        assertThat(check(Level.STRUCTURE, document))
                .extracting(Problem::code)
                .containsExactly("INVALID_VALUE");
        assertThat(check(Level.ALL, document))
                .extracting(Problem::code)
                .containsExactly("SCHEMA_VALIDATION_ERROR");
    }

    @Test
    void a_document_that_names_no_schema_is_not_valid() {
        assertThat(check(Level.SCHEMA, ROOT.formatted("") + "</SpaceSystem>"))
                .extracting(Problem::code)
                .containsExactly("MISSING_SCHEMA_LOCATION");
    }

    @Test
    void a_document_that_names_neither_schema_nor_namespace_is_told_the_rest_as_warnings() {
        assertThat(check(Level.SCHEMA, "<SpaceSystem><Telemetri/></SpaceSystem>"))
                .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
                .extracting(Problem::code)
                .containsExactly("MISSING_SCHEMA_LOCATION");
        assertThat(check(Level.SCHEMA, "<SpaceSystem><Telemetri/></SpaceSystem>"))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("Telemetri is not known"));
    }

    @Test
    void a_schema_of_the_user_decides_instead(@TempDir Path folder) throws Exception {
        Path xsd = folder.resolve("own.xsd");
        Files.writeString(
                xsd,
                "<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='%s'><element"
                                .formatted(XtceSchema.NAMESPACE)
                        + " name='SpaceSystem'><complexType><attribute name='name'/></complexType>"
                        + "</element></schema>");
        XtceValidation validation = XtceValidation.of(Level.SCHEMA).against(SchemaFile.load(xsd));

        assertThat(validation.check(ROOT.formatted("") + "</SpaceSystem>", "d"))
                .extracting(p -> p.location().line())
                .containsExactly(2); // that schema has no white space
        assertThat(validation.check(folder.resolve("none.xml")))
                .extracting(Problem::code)
                .containsExactly("IO_ERROR");
    }

    @Test
    void what_is_no_xml_is_told_once() {
        assertThat(check(Level.ALL, "<SpaceSystem"))
                .extracting(Problem::code)
                .containsExactly("MALFORMED_XML");
        assertThat(check(Level.ALL, "<!DOCTYPE a><a/>"))
                .extracting(Problem::code)
                .containsExactly("DOCTYPE_NOT_ALLOWED");
    }

    @Test
    void levels_have_names() {
        assertThat(Level.of("structure")).isEqualTo(Level.STRUCTURE);
        assertThatThrownBy(() -> Level.of("everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema, structure, all");
    }

    @Test
    void a_wrong_namespace_is_told_once() {
        String document = containers("").replace(XtceSchema.NAMESPACE, "http://example.org/xtce");

        assertThat(XtceValidation.of(Level.ALL).check(document, "d"))
                .extracting(Problem::code)
                .containsOnlyOnce(XtceSchema.WRONG_NAMESPACE);
    }
}
