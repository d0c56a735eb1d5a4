package io.tcsstamp.tcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of unit rules, and what is said about a wrong one. */
class UnitRulesTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("my-units.properties");
    }

    @Test
    void readsALinePerParameter() throws IOException {
        Files.writeString(file, "# mine\npressure = {value} mbar\n\nt\\ 1 : {value} °C\n");

        UnitRules rules = UnitRules.load(file);

        assertThat(rules.size()).isEqualTo(2);
        assertThat(UnitRuleTest.cut(rules.of("pressure"), "1013 mbar")).isEqualTo("1013");
        assertThat(UnitRuleTest.cut(rules.of("t 1"), "20 ºC")).isEqualTo("20");
        assertThat(rules.of("other")).isNull();
    }

    @Test
    void anEmptyFileHasNoRules() throws IOException {
        Files.writeString(file, "");

        assertThat(UnitRules.load(file).size()).isZero();
        assertThat(UnitRules.none().of("pressure")).isNull();
    }

    @Test
    void aWrongPatternIsToldWithFileAndParameter() throws IOException {
        Files.writeString(file, "good = {value} V\npressure = mbar\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRules.load(file))
                .withMessageContainingAll(file.toString(), "pressure", "'mbar'", "{value}");
    }

    @Test
    void aFileThatIsAbsentIsToldByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRules.load(file))
                .withMessageContainingAll("no file", file.toString());
    }

    @Test
    void aFolderIsToldByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRules.load(folder))
                .withMessageContainingAll("cannot read", folder.toString());
    }

    @Test
    void aFileInLatin1IsToldByName() throws IOException {
        Files.write(file, "t = {value} ºC\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRules.load(file))
                .withMessageContainingAll(file.toString(), "not UTF-8");
    }

    @Test
    void aBrokenEscapeIsToldByName() throws IOException {
        Files.writeString(file, "t = {value} \\u00xC\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRules.load(file))
                .withMessageContaining(file.toString());
    }
}
