package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {
    private static final String PLAIN = Xtce.withContainer(Xtce.container("C", Xtce.entries("A")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/XTCE/20180204",
                "https://www.omg.org/spec/XTCE/20180204",
                "http://www.omg.org/space/xtce",
                "http://www.omg.org/spec/XTCE/20061101"
            })
    void every_version_is_read(String uri) {
        assertThat(Xtce.read(PLAIN.replace(Xtce.URI, uri))).isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void a_prefix_is_read() {
        String prefixed =
                PLAIN.replace("</", "</x:")
                        .replaceAll("<([A-Z])", "<x:$1")
                        .replace("xmlns=", "xmlns:x=");

        assertThat(Xtce.read(prefixed)).isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void no_namespace_is_read() {
        assertThat(Xtce.read(PLAIN.replace(" xmlns='" + Xtce.URI + "'", "")))
                .isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void other_namespaces_may_be_declared() {
        String more = PLAIN.replace("<SpaceSystem", "<SpaceSystem xmlns:o='http://o/xtce'");

        assertThat(Xtce.read(more)).isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void a_namespace_that_is_not_of_xtce_is_refused() {
        assertThat(
                        refused(
                                "@@" + PLAIN.replace(Xtce.URI, "http://example.org/other"),
                                "INVALID_XTCE_NAMESPACE"))
                .contains("http://example.org/other");
    }

    @Test
    void an_element_of_another_namespace_is_refused() {
        refused(
                PLAIN.replace(
                        "<EntryList>",
                        "<EntryList>@@<i:include xmlns:i='http://www.w3.org/2001/XInclude'/>"),
                "UNKNOWN_ELEMENT");
    }

    @Test
    void attributes_of_other_namespaces_do_not_matter() {
        String more = PLAIN.replace("<EntryList", "<EntryList xmlns:o='http://o' o:note='1'");

        assertThat(Xtce.read(more)).isEqualTo(Xtce.read(PLAIN));
    }

    @Test
    void another_root_is_refused() {
        refused("@@<MetaCommand/>", "UNKNOWN_ELEMENT");
    }
}
