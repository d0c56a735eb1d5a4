package io.tcsstamp.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedAnswerTest {
    @Test
    void attributesStandInTheOrderOfTheirNames() {
        String answer =
                "{\"request\":{\"type\":\"read\"},\"value\":{\"b\":1.5,\"c\":[null,{\"z\":1,\"y\":2}],"
                    + "\"a\":-9223372036854775808,\"A\":\"\\u0001\\\"é\"},\"status\":200}";

        assertThat(sorted(answer))
                .isEqualTo(
                        "{\"request\":{\"type\":\"read\"},\"value\":{\"A\":\"\\u0001\\\"é\","
                            + "\"a\":-9223372036854775808,\"b\":1.5,\"c\":[null,{\"z\":1,\"y\":2}]},"
                            + "\"status\":200}");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.1, 1e300, 4.9e-324, -0.0, 1.7976931348623157e308, 123456789.123456789})
    void numbersStayTheSame(double number) {
        String answer = "{\"value\":{\"a\":" + number + "}}";

        assertThat(sorted(answer)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"value\":7}", "{\"status\":403,\"error\":\"x\"}"})
    void whatHasNoAttributesStaysAsItIs(String answer) {
        assertThat(sorted(answer)).isEqualTo(answer);
    }

    @Test
    void whatIsLongStaysAsItIs() {
        String answer = "{\"value\":{\"b\":\"" + "x".repeat(300_000) + "\",\"a\":1}}";

        assertThat(sorted(answer)).isEqualTo(answer);
    }

    private static String sorted(String answer) {
        return new String(SortedAnswer.of(answer.getBytes(UTF_8)), UTF_8);
    }
}
