package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.U8;
import static io.tcsstamp.definition.xtce.Xtce.container;
import static io.tcsstamp.definition.xtce.Xtce.document;
import static io.tcsstamp.definition.xtce.Xtce.entries;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nested SpaceSystems and paths. */
class NameTest {
    private static String parameter(String name) {
        return "<Parameter name='" + name + "' parameterTypeRef='U8'/>";
    }

    /** P in the outermost system and in Sub and in Sub/Deep, Q only in Sub/Deep. */
    private static String nested(String entryInSub) {
        String deep = system("Deep", "", parameter("P") + parameter("Q"), "", "");
        String sub = system("Sub", "", parameter("P"), container("C", entryInSub), deep);
        return system("S", U8, parameter("P") + parameter("R"), "", sub);
    }

    private static String found(String ref) {
        return Xtce.read(nested(entries(ref))).container("C").entries().get(0).ref();
    }

    @ParameterizedTest
    @CsvSource({
        "P, /S/Sub/P",
        "R, /S/R",
        "Deep/P, /S/Sub/Deep/P",
        "./P, /S/Sub/P",
        "../P, /S/P",
        "../Sub/Deep/../P, /S/Sub/P",
        "Sub/Deep/Q, /S/Sub/Deep/Q",
        "/S/P, /S/P",
        "/S/Sub/Deep/Q, /S/Sub/Deep/Q",
        "' P ', /S/Sub/P"
    })
    void a_path_leads_to_a_parameter(String path, String qualified) {
        assertThat(found(path)).isEqualTo(qualified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q", "../Q", "/P", "/Sub/P", "../../../P", "./R", "Deep", "/", "."})
    void a_path_to_nothing_is_refused(String path) {
        refused(
                nested("@@<ParameterRefEntry parameterRef='" + path + "'/>"),
                "MISSING_PARAMETER_REFERENCE");
    }

    @Test
    void names_are_short_where_that_is_enough() {
        Definition read = Xtce.read(nested(""));

        assertThat(read.parameters().values())
                .extracting(Parameter::name)
                .containsExactly("P", "R", "Sub/P", "Sub/Deep/P", "Q");
        assertThat(read.containers().values())
                .extracting(Container::name, Container::qualifiedName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C", "/S/Sub/C"));
        assertThat(read.name()).isEqualTo("S");
    }

    @Test
    void types_and_containers_are_found_alike() {
        String sub =
                system(
                        "Sub",
                        "",
                        "<Parameter name='X' parameterTypeRef='/S/U8'/>",
                        container("C", "<ContainerRefEntry containerRef='../D'/>"),
                        "");
        Definition read = Xtce.read(system("S", U8, "", container("D", ""), sub));

        assertThat(read.container("C").entries())
                .containsExactly(new Entry.OfContainer("/S/D", Entry.Placement.NEXT));
        assertThat(read.parameters().get("/S/Sub/X").typeRef()).isEqualTo("/S/U8");
    }

    @Test
    void a_parameter_of_another_system_may_be_made_known() {
        String sub =
                system(
                        "Sub",
                        "",
                        "<ParameterRef parameterRef='/S/Other/Z'/>",
                        container("C", entries("Z")),
                        "");
        String other = system("Other", "", parameter("Z"), "", "");

        assertThat(
                        Xtce.read(system("S", U8, "", "", sub + other))
                                .container("C")
                                .entries()
                                .get(0)
                                .ref())
                .isEqualTo("/S/Other/Z");
    }

    @Test
    void a_parameter_that_refers_to_itself_is_refused() {
        refused(
                document(U8, "@@<ParameterRef parameterRef='Z'/>", ""),
                "MISSING_PARAMETER_REFERENCE");
        refused(document(U8, "@@<ParameterRef/>", ""), "MISSING_ATTRIBUTE");
    }

    @Test
    void a_missing_type_is_refused() {
        refused(
                document(U8, "@@<Parameter name='X' parameterTypeRef='N'/>", ""),
                "MISSING_PARAMETER_TYPE_REFERENCE");
        refused(document(U8, "@@<Parameter name='X'/>", ""), "MISSING_ATTRIBUTE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "", " "})
    void a_name_that_is_none_is_refused(String name) {
        refused(
                document(U8, "@@<Parameter name='" + name + "' parameterTypeRef='U8'/>", ""),
                "INVALID_VALUE");
    }

    @Test
    void two_systems_of_a_name_are_refused() {
        String sub = system("Sub", "", "", "", "");

        refused(system("S", "", "", "", sub + "@@" + sub), "DUPLICATE_NAME");
    }

    @Test
    void a_system_without_a_name_is_refused() {
        refused(
                document("", "", "").replace("<SpaceSystem name='S'", "@@<SpaceSystem"),
                "MISSING_ATTRIBUTE");
    }
}
