package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XtceSchemaTest {
    private static final String HEAD =
            "<?xml version=\"1.0\"?>\n<SpaceSystem name=\"S\" xmlns=\""
                    + XtceSchema.NAMESPACE
                    + "\">\n";
    private static final String TYPES = "<TelemetryMetaData><ParameterTypeSet>\n";
    private static final String TYPES_END = "\n</ParameterTypeSet></TelemetryMetaData>";
    private static final String ENTRIES =
            "<TelemetryMetaData><ContainerSet><SequenceContainer name='C'><EntryList>\n";
    private static final String ENTRIES_END =
            "\n</EntryList></SequenceContainer></ContainerSet></TelemetryMetaData>";

    /** A document with a # before the tag at which its only problem must be told, and its words. */
    static Stream<Arguments> faults() {
        return Stream.of(
                entry("#<ParameterRefEntri parameterRef='p'/>", "did you mean ParameterRefEntry?"),
                entry("#<Unheard/>", "allowed here: ParameterRefEntry, ParameterSegmentRefEntry"),
                entry("#<ParameterRefEntry/>", "attribute parameterRef is missing"),
                entry("#<ParameterRefEntry parameterRef='a[1]'/>", "expected a name, or names"),
                entry("#<ParameterRefEntry parameterRef='a/.'/>", "'a/.'"),
                entry(
                        "#<ParameterRefEntry\n parametrRef='p' parameterRef='p'/>",
                        "did you mean parameterRef?"),
                entry("#<ParameterRefEntry parameterRef='p'>text</ParameterRefEntry>", "'text'"),
                entry(
                        "<ParameterRefEntry parameterRef='p'>#<IncludeCondition>"
                                + "</IncludeCondition></ParameterRefEntry>",
                        "IncludeCondition is not complete; expected in it: Comparison,"),
                entry(
                        "<ParameterRefEntry parameterRef='p'><IncludeCondition>"
                                + "#<Comparison parameterRef='q' value='1' comparisonOperator='='/>"
                                + "</IncludeCondition></ParameterRefEntry>",
                        "expected one of ==, !=, <, <=, >, >="),
                entry(
                        "<ParameterRefEntry parameterRef='p'><RepeatEntry><Count>"
                                + "#<FixedValue>2.5</FixedValue></Count></RepeatEntry>"
                                + "</ParameterRefEntry>",
                        "'2.5' is no value of FixedValue; expected a 64-bit integer"),
                entry(
                        "<ParameterRefEntry parameterRef='p'><RepeatEntry>#<Offset>"
                                + "<FixedValue>2</FixedValue></Offset></RepeatEntry>"
                                + "</ParameterRefEntry>",
                        "expected here: Count"),
                entry(
                        "<ParameterRefEntry parameterRef='p'><IncludeCondition>"
                                + "#<Comparison parameterRef='q' value='1'>\n</Comparison>"
                                + "</IncludeCondition></ParameterRefEntry>",
                        "must be empty, even of white space"),
                type("#<IntegerParameterType/>", "attribute name is missing"),
                type("#<IntegerParameterType name='a.b'/>", "a name without . / : [ ]"),
                type("#<IntegerParameterType name='a b'/>", "without spaces"),
                type("#<IntegerParameterType name='a' sizeInBits='0'/>", "1 or more"),
                type("#<IntegerParameterType name='a' signed='yes'/>", "true, false, 1 or 0"),
                type("#<FloatParameterType name='a' sizeInBits='16'/>", "one of 32, 64, 128"),
                type("#<FloatParameterType name='a' initialValue='+INF'/>", "INF, -INF, NaN"),
                type("#<BinaryParameterType name='a' initialValue='abc'/>", "hex digits"),
                type(
                        "#<AbsoluteTimeParameterType name='a' initialValue='2001-02-29T00:00:00'/>",
                        "date"),
                type("#<RelativeTimeParameterType name='a' initialValue='1s'/>", "PT1.5S"),
                type("#<EnumeratedParameterType name='a'/>", "expected in it: LongDescription"),
                type(
                        "<IntegerParameterType name='a'><IntegerDataEncoding/>#<UnitSet/>"
                                + "</IntegerParameterType>",
                        "element UnitSet cannot stand here in IntegerParameterType; expected here:"
                                + " ToString"),
                type(
                        "<IntegerParameterType name='a'>#<IntegerDataEncoding"
                                + " encoding='twosCompliment'/></IntegerParameterType>",
                        "did you mean twosComplement?"),
                type(
                        "<IntegerParameterType name='a'>#<IntegerDataEncoding byteOrder='0,16'/>"
                                + "</IntegerParameterType>",
                        "byte numbers from 0 to 15"),
                type(
                        "<IntegerParameterType name='a'><IntegerDataEncoding><DefaultCalibrator>"
                                + "#<SplineCalibrator><SplinePoint raw='0' calibrated='0'/>"
                                + "</SplineCalibrator></DefaultCalibrator></IntegerDataEncoding>"
                                + "</IntegerParameterType>",
                        "expected in it after SplinePoint: SplinePoint"),
                type(
                        "<IntegerParameterType name='a'/>\n  #<FloatParameterType name='a'/>",
                        "another parameter type named 'a' at line 4"),
                type("#<IntegerParameterType name='a' xmlns:q='urn:q' q:x='1'/>", "q:x"),
                root("#<TelemetryMetadata/>", "did you mean TelemetryMetaData?"),
                root("#<q:Header xmlns:q='urn:q'/>", "namespace urn:q"),
                root("#<Header/>", "validationStatus is missing"),
                root(
                        "<Header validationStatus='Draft'/>#<Header validationStatus='Draft'/>",
                        "Header"),
                root(
                        "<CommandMetaData/>#<TelemetryMetaData/>",
                        "ServiceSet, SpaceSystem or the end"),
                root("<AliasSet>#<Alias alias='x'/></AliasSet>", "nameSpace"),
                root("<SpaceSystem name='T'>#<SpaceSystem/></SpaceSystem>", "name is missing"),
                root("#<SpaceSystem name='T' xml:lang='en'/>", "xml:lang is not known"),
                command("#<MetaCommand/>", "name"),
                command(
                        "<MetaCommand name='m'>#<BaseMetaCommand/></MetaCommand>",
                        "metaCommandRef"),
                command(
                        "<MetaCommand name='m'><ArgumentList><Argument name='a'"
                                + " argumentTypeRef='t'/>#<Argument name='a'"
                                + " argumentTypeRef='t'/></ArgumentList></MetaCommand>",
                        "another argument named 'a'"),
                command("<MetaCommand name='m'/>#<MetaCommand name='m'/>", "another MetaCommand"));
    }

    private static Arguments root(String text, String words) {
        return arguments(HEAD + text + "\n</SpaceSystem>", words);
    }

    private static Arguments type(String text, String words) {
        return root(TYPES + text + TYPES_END, words);
    }

    private static Arguments entry(String text, String words) {
        return root(ENTRIES + text + ENTRIES_END, words);
    }

    private static Arguments command(String text, String words) {
        return root(
                "<CommandMetaData><MetaCommandSet>" + text + "</MetaCommandSet></CommandMetaData>",
                words);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_found_where_it_is(String marked, String words) {
        int at = marked.indexOf('#');
        String[] before = marked.substring(0, at).split("\n", -1);

        List<Problem> problems = XtceSchema.check(marked.replace("#", ""), "d.xml");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).contains(words);
        assertThat(problems.get(0).code()).isEqualTo(XtceSchema.INVALID);
        assertThat(problems.get(0).location())
                .isEqualTo(
                        new SourceLocation(
                                "d.xml", before.length, before[before.length - 1].length() + 1));
    }

    @Test
    void every_fault_of_a_document_is_told_in_order() {
        String document =
                (HEAD
                        + TYPES
                        + "<A/><IntegerParameterType/>"
                        + TYPES_END
                        + "\n<B/>\n</SpaceSystem>");

        assertThat(XtceSchema.check(document, "d"))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("d:4:1: error: element A is not known"),
                        b -> assertThat(b).startsWith("d:4:5: error: attribute name is missing"),
                        c -> assertThat(c).startsWith("d:6:1: error: element B is not known"));
    }

    @Test
    void the_path_names_the_elements_around() {
        String document = HEAD + ENTRIES + "<ParameterRefEntry/>" + ENTRIES_END + "</SpaceSystem>";

        assertThat(XtceSchema.check(document, "d"))
                .singleElement()
                .extracting(Problem::path)
                .isEqualTo(
                        "SpaceSystem[S]/TelemetryMetaData/ContainerSet/SequenceContainer[C]/EntryList"
                            + "/ParameterRefEntry");
    }

    @Test
    void comments_instructions_and_cdata_are_harmless_everywhere() {
        String between = "<!-- <a> --><?a b?>\n";
        String document =
                between
                        + HEAD.substring(HEAD.indexOf("<S"))
                        + between
                        + "<LongDescription><!-- x --><![CDATA[<b>]]><?c d?></LongDescription>"
                        + between
                        + "<TelemetryMetaData><ParameterSet>"
                        + "<Parameter name='p' parameterTypeRef='t'>"
                        + between
                        + "</Parameter></ParameterSet></TelemetryMetaData></SpaceSystem>"
                        + between;

        assertThat(XtceSchema.check(document, "d")).isEmpty();
    }

    @Test
    void names_are_unique_within_a_system_only() {
        String parameter =
                "<TelemetryMetaData><ParameterSet><Parameter name='p' parameterTypeRef='t'/>"
                        + "</ParameterSet></TelemetryMetaData>";
        String command = parameter.replace("Telemetry", "Command");

        assertThat(
                        XtceSchema.check(
                                HEAD
                                        + parameter
                                        + "<SpaceSystem name='T'>"
                                        + parameter
                                        + "</SpaceSystem></SpaceSystem>",
                                "d"))
                .isEmpty();
        assertThat(XtceSchema.check(HEAD + parameter + command + "</SpaceSystem>", "d"))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("another parameter named 'p' at line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " xmlns='http://www.omg.org/space/xtce'"})
    void older_documents_are_told_once_and_checked_leniently(String namespace) {
        String document =
                "<SpaceSystem name='a b'"
                        + namespace
                        + ">"
                        + TYPES
                        + "<IntegerParameterType name='t'><IntegerDataEncoding"
                        + " encoding='twosCompliment'><ByteOrderList><Byte byteSignificance='0'/>"
                        + "</ByteOrderList></IntegerDataEncoding></IntegerParameterType>"
                        + TYPES_END
                        + "</SpaceSystem>";

        assertThat(XtceSchema.check(document, "d"))
                .extracting(Problem::code)
                .containsExactly(XtceSchema.WRONG_NAMESPACE, XtceSchema.INVALID);
    }

    @Test
    void another_document_is_not_taken_for_xtce() {
        assertThat(XtceSchema.check("<project><a/></project>", "pom.xml"))
                .singleElement()
                .hasToString(
                        "pom.xml:1:1: error: the document is a project, expected SpaceSystem: is it"
                                + " an XTCE file? (SCHEMA_VALIDATION_ERROR)");
    }

    @Test
    void what_was_found_before_a_document_breaks_off_is_told() {
        assertThat(XtceSchema.check(HEAD + "<A/>\n<B", "d"))
                .extracting(Problem::code)
                .containsExactly(XtceSchema.INVALID, "MALFORMED_XML");
    }

    @Test
    void the_number_of_problems_is_limited() {
        List<Problem> problems =
                XtceSchema.check(HEAD + "<A/>".repeat(5000) + "</SpaceSystem>", "d");

        assertThat(problems).hasSize(XtceSchema.MAX_PROBLEMS + 1);
        assertThat(problems.get(XtceSchema.MAX_PROBLEMS).code()).isEqualTo(XtceSchema.TOO_MANY);
    }

    @Test
    void a_large_document_streams() {
        // 100 MB; the entries have no names to remember
        String many = "<ParameterRefEntry parameterRef='SomeParameter'/>\n".repeat(2000);
        Iterator<String> parts =
                Stream.of(
                                Stream.of(HEAD + ENTRIES),
                                IntStream.range(0, 1000).mapToObj(i -> many),
                                Stream.of("<Last/>" + ENTRIES_END + "</SpaceSystem>"))
                        .flatMap(part -> part)
                        .iterator();

        List<Problem> problems = XtceSchema.check(stream(parts), "d");

        assertThat(problems)
                .singleElement()
                .extracting(p -> p.location().line())
                .isEqualTo(2_000_004);
    }

    private static InputStream stream(Iterator<String> parts) {
        return new SequenceInputStream(
                Collections.enumeration(
                        new java.util.AbstractCollection<InputStream>() {
                            @Override
                            public Iterator<InputStream> iterator() {
                                return new Iterator<>() {
                                    @Override
                                    public boolean hasNext() {
                                        return parts.hasNext();
                                    }

                                    @Override
                                    public InputStream next() {
                                        byte[] bytes =
                                                parts.next().getBytes(StandardCharsets.UTF_8);
                                        return new java.io.ByteArrayInputStream(bytes);
                                    }
                                };
                            }

                            @Override
                            public int size() {
                                throw new UnsupportedOperationException();
                            }
                        }));
    }
}
