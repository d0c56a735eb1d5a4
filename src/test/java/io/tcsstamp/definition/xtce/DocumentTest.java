package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as a whole: files, what does not matter in them, and hostile ones. */
class DocumentTest {
    private static final String PLAIN =
            Xtce.withContainer(Xtce.container("C", Xtce.entries("A", "B")));

    @Test
    void files_streams_and_texts_are_read_alike(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("d.xml"), PLAIN);
        Definition text = Xtce.read(PLAIN);

        assertThat(XtceReader.read(file)).isEqualTo(text);
        assertThat(XtceReader.read(file).source()).isEqualTo(file.toString());
        assertThat(
                        XtceReader.read(
                                new ByteArrayInputStream(PLAIN.getBytes(StandardCharsets.UTF_8)),
                                "stream"))
                .isEqualTo(text);
    }

    @Test
    void a_file_that_is_not_there_is_no_definition(@TempDir Path folder) {
        assertThatIOException().isThrownBy(() -> XtceReader.read(folder.resolve("none.xml")));
    }

    @Test
    void a_large_document_is_read_twice_with_the_same_result() throws Exception {
        Definition once = Xtce.read(PLAIN);

        assertThat(Xtce.readTwice(PLAIN)).isEqualTo(once);
        assertThat(Xtce.readTwice(PLAIN).location("/S/C#1")).isEqualTo(once.location("/S/C#1"));
    }

    @Test
    void a_large_document_has_the_same_problems() {
        String wrong =
                PLAIN.replace("parameterRef='A'", "parameterRef='N'").replace("U8'/>", "V'/>");

        assertThatThrownBy(() -> Xtce.readTwice(wrong))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems()).isEqualTo(Xtce.problems(wrong)));
    }

    @Test
    void parts_that_telemetry_does_not_need_do_not_matter() {
        String more =
                PLAIN.replace(
                                "<TelemetryMetaData>",
                                "<LongDescription>x</LongDescription><AliasSet/><Header any='1'>"
                                        + "<AuthorSet/></Header><TelemetryMetaData>")
                        .replace(
                                "</ContainerSet>",
                                "</ContainerSet><MessageSet><Any/></MessageSet><StreamSet/>"
                                        + "<AlgorithmSet/>")
                        .replace(
                                "</TelemetryMetaData>",
                                "</TelemetryMetaData><CommandMetaData><MetaCommandSet/>"
                                        + "</CommandMetaData><ServiceSet/>");

        assertThat(Xtce.read(more)).isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void unknown_parts_are_refused() {
        refused(
                PLAIN.replace("<TelemetryMetaData>", "@@<Telemetry/><TelemetryMetaData>"),
                "UNKNOWN_ELEMENT");
        refused(
                PLAIN.replace("<ContainerSet>", "@@<Containers/><ContainerSet>"),
                "UNKNOWN_ELEMENT");
        refused(PLAIN.replace("<ContainerSet>", "<ContainerSet>@@<Container/>"), "UNKNOWN_ELEMENT");
        refused(PLAIN.replace("<ContainerSet>", "@@<ContainerSet a='1'>"), "UNKNOWN_ATTRIBUTE");
        refused(PLAIN.replace("<SpaceSystem", "@@<SpaceSystem mission='1'"), "UNKNOWN_ATTRIBUTE");
        refused(PLAIN.replace("<ContainerSet>", "@@<ContainerSet>x"), "UNKNOWN_TEXT");
        refused(PLAIN.replace("<EntryList>", "@@<EntryList>x"), "UNKNOWN_TEXT");
    }

    @Test
    void all_problems_are_told_in_order() {
        List<Problem> problems =
                Xtce.problems(
                        "<SpaceSystem name='S'>\n"
                                + "<Header2/>\n"
                                + "<TelemetryMetaData><ParameterTypeSet>\n"
                                + "<IntegerParameterType name='T' a='1'><IntegerDataEncoding"
                                + " sizeInBits='x'\n"
                                + " encoding='y'/></IntegerParameterType>\n"
                                + "</ParameterTypeSet><ParameterSet>\n"
                                + "<Parameter name='P' parameterTypeRef='N'/>\n"
                                + "</ParameterSet></TelemetryMetaData></SpaceSystem>");

        assertThat(problems)
                .extracting(p -> p.location().line() + " " + p.code())
                .containsExactly(
                        "2 UNKNOWN_ELEMENT",
                        "4 UNKNOWN_ATTRIBUTE",
                        "4 INVALID_VALUE",
                        "4 INVALID_VALUE",
                        "7 MISSING_PARAMETER_TYPE_REFERENCE");
    }

    @Test
    void problems_are_bounded() {
        String wrong = PLAIN.replace("<ContainerSet>", "<ContainerSet>" + "<X/>".repeat(5000));

        assertThat(Xtce.problems(wrong))
                .hasSize(101)
                .last()
                .satisfies(p -> assertThat(p.code()).isEqualTo("TOO_MANY_PROBLEMS"));
    }

    @Test
    void what_is_no_xml_is_told_with_its_place() {
        assertThat(Xtce.problems(PLAIN.substring(0, PLAIN.length() - 5)))
                .singleElement()
                .satisfies(p -> assertThat(p.location().line()).isEqualTo(1));
        assertThat(Xtce.problems("")).hasSize(1);
        assertThat(Xtce.problems("not xml")).hasSize(1);
    }

    @Test
    void entities_are_refused() {
        assertThat(
                        Xtce.problems(
                                "<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]>"
                                        + PLAIN.replace("<EntryList>", "<EntryList>&c;")))
                .hasSize(1);
    }

    @Test
    void nested_systems_are_bounded() {
        String open = "<SpaceSystem name='S'>";

        assertThat(Xtce.problems(open.repeat(100_000)))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("XML_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Parameter name='P%d' parameterTypeRef='U8'/>",
                "<Parameter name='P%d' parameterTypeRef='U8' shortDescription='a long one, that"
                        + " takes room although nothing else stands there'/>"
            })
    void a_document_that_takes_too_much_memory_is_refused(String parameter) {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            parameters.append(parameter.formatted(i));
        }
        String large = Xtce.document(Xtce.U8, parameters.toString(), "");

        for (int kept : new int[] {0, 1_000_000}) {
            assertThatThrownBy(() -> XtceReader.read(large, "d.xml", 1 << 20, kept))
                    .isInstanceOfSatisfying(
                            DefinitionException.class,
                            e ->
                                    assertThat(e.problems())
                                            .singleElement()
                                            .satisfies(
                                                    p -> {
                                                        assertThat(p.code()).isEqualTo("TOO_LARGE");
                                                        assertThat(p.location().line())
                                                                .isEqualTo(1);
                                                        assertThat(p.message()).contains("-Xmx");
                                                    }));
        }
        assertThatCode(() -> XtceReader.read(large, "d.xml", 4 << 20, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void one_container_may_not_take_too_much_memory_either() {
        String large =
                Xtce.withContainer(
                        Xtce.container(
                                "C", "<ParameterRefEntry parameterRef='A'/>".repeat(20_000)));

        assertThatThrownBy(() -> XtceReader.read(large, "d.xml", 1 << 20, 0))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("TOO_LARGE");
    }

    @Test
    void overlong_names_are_refused() {
        refused(
                Xtce.document(
                        Xtce.U8,
                        "@@<Parameter name='" + "x".repeat(1001) + "' parameterTypeRef='U8'/>",
                        ""),
                "INVALID_VALUE");
        refused(
                PLAIN.replace(
                        "<SpaceSystem name='S'", "@@<SpaceSystem name='" + "S".repeat(1001) + "'"),
                "INVALID_VALUE");
        refused(
                Xtce.document(
                        Xtce.U8,
                        "@@<Parameter name='X' parameterTypeRef='" + "../".repeat(10_000) + "U8'/>",
                        ""),
                "MISSING_PARAMETER_TYPE_REFERENCE");
    }

    @Test
    void many_unknown_entries_are_told_in_bounded_time() {
        String wrong =
                Xtce.withContainer(
                        Xtce.container(
                                "C", "<X/>".repeat(200_000) + Xtce.entries("A").repeat(200_000)));

        assertTimeout(Duration.ofSeconds(30), () -> assertThat(Xtce.problems(wrong)).hasSize(101));
    }
}
