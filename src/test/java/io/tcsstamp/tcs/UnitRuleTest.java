package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tcsstamp.telemetry.Seed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pattern keeps of a text. */
class UnitRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{value} V; 28.1 V; 28.1",
                "{value} V; 28.1 V and more; 28.1",
                "{value} V; 1 V 2 V; 1 V 2",
                "{value} V; 28.1V; 28.1V",
                "{value} V; \" V\"; \"\"",
                "{value} V; \"\"; \"\"",
                "{value} ºC; 20.5 °C; 20.5",
                "{value} °C; 20.5 ºC; 20.5",
                "{value} °C; 20.5 °C; 20.5",
                "{value} A [* Apk]; 0.1 A [0.2 Apk]; 0.1",
                "{value} A [* Apk]; 0.1 A [0.2 Apk; 0.1 A [0.2 Apk",
                "{value} A [* Apk]; 1 A [2 A [3 Apk]; 1 A [2",
                "{value} A [* Apk]; Apk] 1 A [2; Apk] 1 A [2",
                "{value} A [* Apk]; 0.1 A [ Apk]; 0.1",
                "[{value}]; [free]; free",
                "[{value}]; a [b] c [d] e; b] c [d",
                "[{value}]; []; \"\"",
                "[{value}]; ]text[; ]text[",
                "[{value}]; none; none",
                "{value} [*]; 3 [idle]; 3",
                "{value} [*]; [idle]; [idle]",
                "{value} [*]; 3 [a] [b] c; 3 [a]",
                "{value}; anything; anything",
                "= {value}; x = 5; 5",
            })
    void keeps(String pattern, String text, String kept) {
        assertThat(cut(UnitRule.parse(pattern), text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "V",
                "{value} {value}",
                "{value}{value}",
                "{Value} V",
                "*{value}",
                "* {value} V",
                "{value}*",
                "{value}*V",
                "{value} V*",
                "{value} a*b*c",
                "{value} €"
            })
    void aPatternThatMeansNothingIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRule.parse(pattern))
                .withMessageContaining("'" + pattern + "'");
    }

    @Test
    void looksOnlyAtItsPartOfTheBytes() {
        byte[] bytes = "9 V 28.1 V 7 V".getBytes(ISO_8859_1);
        long cut = UnitRule.parse("{value} V").cut(bytes, 4, 6);

        assertThat((int) (cut >>> 32)).isEqualTo(4);
        assertThat((int) cut).isEqualTo(4);
    }

    @Test
    void printsItsPattern() {
        assertThat(UnitRule.parse("{value} °C")).hasToString("{value} °C");
    }

    @ParameterizedTest
    @CsvSource({
        "{value} V, (.*) V",
        "{value} ºC, (.*) [º°]C",
        "{value} A [* Apk], (.*) A \\[.* Apk\\]",
        "[{value}], \\[(.*)\\]",
        "{value} [*], (.*) \\[.*\\]",
        "a{value}b*c, a(.*)b.*c",
        "[{value}aa*aa, \\[(.*)aa.*aa",
    })
    @Timeout(30)
    void cutsAnyTextAsTheRegularExpressionDoes(String pattern, String expression) {
        UnitRule rule = UnitRule.parse(pattern);
        Pattern regex = Pattern.compile(expression);
        String[] parts = {
            " V", " A [", " Apk]", " ºC", " °C", "[", "]", " [", " ", "a", "b", "c", "aa", "1"
        };
        Seed.rounds(
                2000,
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(8); i > 0; i--) {
                        text.append(parts[random.nextInt(parts.length)]);
                    }
                    Matcher matcher = regex.matcher(text);
                    String expected = matcher.find() ? matcher.group(1) : text.toString();
                    assertThat(cut(rule, text.toString())).as("'%s'", text).isEqualTo(expected);
                });
    }

    static String cut(UnitRule rule, String text) {
        byte[] bytes = (">>" + text + "<<").getBytes(ISO_8859_1);
        long cut = rule.cut(bytes, 2, text.length());
        return new String(bytes, (int) (cut >>> 32), (int) cut, ISO_8859_1);
    }
}
