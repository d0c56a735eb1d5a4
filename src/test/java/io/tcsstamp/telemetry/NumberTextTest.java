package io.tcsstamp.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are numbers. */
class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "-0.5, -0.5",
        "+12, 12",
        ".5, 0.5",
        "5., 5",
        "1e5, 100000",
        "1.5E-03, 0.0015",
        "-2.5e+2, -250",
        "18446744073709551615, 1.8446744073709552E19",
        "4.9E-324, 4.9E-324",
        "1e-999, 0",
        "1.7976931348623157E308, 1.7976931348623157E308"
    })
    void decimalNumbersAre(String text, double number) {
        assertThat(NumberText.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "Infinity, Infinity",
        "+Infinity, Infinity",
        "-Infinity, -Infinity",
        "Inf, Infinity",
        "-Inf, -Infinity"
    })
    void whatIsBeyondAllIsANumberWhereTheInstrumentSaysSo(String text, double number) {
        assertThat(NumberText.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e5.0",
                "--1",
                "+-1",
                "1.2.3",
                "N/A",
                "NaN",
                "nan",
                "-NaN",
                "inf",
                "INFINITY",
                "Infinit",
                "Infinity ",
                "0x1F",
                "0x1p3",
                "1_000",
                "1,000",
                "1,5",
                "1f",
                "1d",
                "1L",
                "5 V",
                " 5",
                "5 ",
                "\t5",
                "1 2",
                "12:30",
                "2021-01-08",
                "true",
                "ON",
                "½",
                "٣",
                "１",
                "1e999",
                "-1e999"
            })
    void othersAreNot(String text) {
        assertThat(NumberText.parse(text)).isNaN();
    }

    @Test
    void aTextThatIsLongerThanAnyNumberIsNone() {
        assertThat(NumberText.parse("1".repeat(64))).isEqualTo(1.1111111111111112E63);
        assertThat(NumberText.parse("1".repeat(65))).isNaN();
    }

    /** Of any characters that numbers are made of: never an exception, and no other number. */
    @Test
    void itIsTheNumberThatAnExactReaderReads() {
        Seed.rounds(
                200,
                random -> {
                    int numbers = 0;
                    for (int i = 0; i < 1000; i++) {
                        numbers += compare(text(random)) ? 1 : 0;
                    }
                    assertThat(numbers).isPositive();
                });
    }

    private static String text(Random random) {
        String characters = "0123456789.eE+-_xfd ";
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private static boolean compare(String text) {
        double number = NumberText.parse(text);
        if (Double.isNaN(number)) {
            assertThat(text).doesNotMatch("[+-]?[0-9]+([.][0-9]+)?");
            return false;
        }
        assertThat(number).as(text).isEqualTo(new BigDecimal(text).doubleValue());
        return true;
    }
}
