package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A|A|true",
                "A|AB|false",
                "A*|AB|true",
                "*B|AB|true",
                "A*D*|ABCDE|true",
                "A*D|ABCDE|false",
                "*|anything|true",
                "a.b|axb|false",
                "A, B C|B|true",
                "A, B C|C|true",
                "A, B C|D|false"
            })
    void aNameIsMeantByANameOrAPattern(String text, String name, boolean meant) {
        assertThat(NamePatterns.of(text).test(name)).isEqualTo(meant);
    }

    @Test
    void nothingMeansAll() {
        assertThat(NamePatterns.of(" ").isAll()).isTrue();
        assertThat(NamePatterns.of(" ").test("A")).isTrue();
    }

    @Test
    void tellsWhatMeansNothing() {
        assertThat(NamePatterns.of("A,X*,B*").without(List.of("A", "BC"))).containsExactly("X*");
    }
}
