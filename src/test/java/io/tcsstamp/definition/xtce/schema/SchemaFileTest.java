package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFileTest {
    private static final String BEGIN =
            "<schema xmlns='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t'"
                    + " targetNamespace='urn:t' elementFormDefault='qualified'>\n";
    private static final String SYSTEM =
            """
            <element name="SpaceSystem"><complexType>
              <sequence>
                <element name="Size" minOccurs="0"><simpleType>
                  <restriction base="int"><minInclusive value="1"/></restriction>
                </simpleType></element>
              </sequence>
              <attribute name="name" use="required"/>
              %s
            </complexType></element>
            """;
    private static final String END = "</schema>";

    @TempDir Path folder;

    private SchemaFile schema(String text) throws IOException, DefinitionException {
        Path file = folder.resolve("my.xsd");
        Files.writeString(file, text);
        return SchemaFile.load(file);
    }

    private static List<Problem> check(SchemaFile schema, String document) {
        return schema.check(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "d");
    }

    @Test
    void problems_have_the_place_of_the_tag_and_plain_words() throws Exception {
        SchemaFile schema = schema(BEGIN + SYSTEM.formatted("") + END);
        String document =
                "<SpaceSystem\n xmlns='urn:t'>\n  <Size>0</Size>\n  <Size>1</Size></SpaceSystem>";

        assertThat(check(schema, document))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("d:1:1: error: Attribute 'name' must appear"),
                        b ->
                                assertThat(b)
                                        .startsWith(
                                                "d:3:10: error: The value '0' of element 'Size'")
                                        .contains("minInclusive '1'"),
                        c ->
                                assertThat(c)
                                        .startsWith("d:4:3: error: Invalid content")
                                        .doesNotContain("cvc-")
                                        .doesNotContain("urn:t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<import namespace='http://www.w3.org/XML/1998/namespace'/>",
                "<import namespace='http://www.w3.org/XML/1998/namespace'"
                        + " schemaLocation='http://www.w3.org/2001/xml.xsd'/>"
            })
    void the_stray_xml_base_does_not_stop_a_schema(String imported) throws Exception {
        String attribute = "<attribute ref='xml:base'/>";
        SchemaFile schema = schema(BEGIN + imported + SYSTEM.formatted(attribute) + END);

        assertThat(check(schema, "<SpaceSystem xmlns='urn:t' name='a' xml:base='x'/>")).isEmpty();
        assertThat(check(schema, "<SpaceSystem xmlns='urn:t' name='a' xml:lang='x'/>")).hasSize(1);
    }

    @Test
    void a_schema_beside_it_is_included() throws Exception {
        Files.writeString(folder.resolve("part.xsd"), BEGIN + SYSTEM.formatted("") + END);
        SchemaFile schema =
                schema(BEGIN + "<include schemaLocation='http://example.org/x/part.xsd'/>" + END);

        assertThat(check(schema, "<SpaceSystem xmlns='urn:t' name='a'/>")).isEmpty();
    }

    @Test
    void nothing_is_fetched() {
        assertThatThrownBy(
                        () ->
                                schema(
                                        BEGIN
                                                + "<include"
                                                + " schemaLocation='http://127.0.0.1:9/p.xsd'/>"
                                                + END))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("SCHEMA_LOAD_ERROR")
                .hasMessageContaining("http://127.0.0.1:9/p.xsd, which is not fetched");
    }

    @Test
    void the_documents_own_schema_location_is_not_followed() throws Exception {
        SchemaFile schema = schema(BEGIN + SYSTEM.formatted("") + END);

        assertThat(
                        check(
                                schema,
                                "<SpaceSystem xmlns='urn:t' name='a'"
                                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                        + " xsi:schemaLocation='urn:t http://127.0.0.1:9/t.xsd'/>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<SpaceSystem name='a'/>",
                "not XML at all",
                "<!DOCTYPE schema SYSTEM 'file:///etc/passwd'><schema/>",
                "<schema xmlns='http://www.w3.org/2001/XMLSchema'><elemnt/></schema>"
            })
    void another_kind_of_file_is_refused(String text) {
        assertThatThrownBy(() -> schema(text))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("my.xsd")
                .hasMessageContaining("SCHEMA_LOAD_ERROR");
    }

    @Test
    void a_missing_file_is_refused() {
        assertThatThrownBy(() -> SchemaFile.load(folder.resolve("none.xsd")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void a_document_of_another_namespace_is_told_so() throws Exception {
        SchemaFile schema = schema(BEGIN + SYSTEM.formatted("") + END);

        assertThat(check(schema, "<SpaceSystem name='a'/>"))
                .extracting(Problem::code)
                .containsExactly(XtceSchema.WRONG_NAMESPACE, XtceSchema.INVALID);
    }

    @Test
    void a_broken_document_is_told() throws Exception {
        SchemaFile schema = schema(BEGIN + SYSTEM.formatted("") + END);

        assertThat(check(schema, "<SpaceSystem xmlns='urn:t'>\n<Size>"))
                .extracting(Problem::code)
                .containsExactly(XtceSchema.INVALID, "MALFORMED_XML");
    }
}
