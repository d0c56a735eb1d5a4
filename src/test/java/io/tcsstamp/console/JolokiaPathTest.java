package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JolokiaPathTest {
    @Test
    void slashesOfANameStandBehindAnExclamationMark() throws MalformedException {
        JolokiaCall call = JolokiaPath.parse("/read/a:n=\"!/x!!y\"/Attribute/in!/ner/deep");

        assertThat(call.type()).isEqualTo("read");
        assertThat(call.name().getKeyProperty("n")).isEqualTo("\"/x!y\"");
        assertThat(call.attributes()).containsExactly("Attribute");
        assertThat(call.members()).containsEntry("path", "in!/ner/deep");
    }

    @Test
    void severalAttributesStandBehindEachOther() throws MalformedException {
        assertThat(JolokiaPath.parse("read/a:b=c/One,Two").attributes())
                .containsExactly("One", "Two");
    }

    @Test
    void aListMayNameItsPart() throws MalformedException {
        assertThat(JolokiaPath.parse("/list/a/b=c").members()).containsEntry("path", "a/b=c");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"/", "//", "/version"})
    void nothingAsksForTheVersion(String path) throws MalformedException {
        assertThat(JolokiaPath.parse(path).type()).isEqualTo("version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exec/a:b=c/run",
                "/write/a:b=c/D/1",
                "/Exec/a:b=c/run",
                "/read",
                "/read/nonsense",
                "/hack/a:b=c",
                "/notification/a:b=c"
            })
    void otherThingsAreRefused(String path) {
        assertThatThrownBy(() -> JolokiaPath.parse(path)).isInstanceOf(MalformedException.class);
    }
}
