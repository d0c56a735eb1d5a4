package io.tcsstamp.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unit of a value: it must not change with the value. */
class LatestValueUnitTest {
    private final LatestValues values = new LatestValues(10, Duration.ofSeconds(10), () -> {});

    private String unit(String raw, String text) {
        values.source("tcs").add(Batches.block(new Sample(Instant.EPOCH, "a", raw, text)));
        return values.of("tcs").get(0).unit();
    }

    @ParameterizedTest
    @CsvSource({
        "20.5 ºC, 20.5, ºC",
        "20.5 °C, 20.5, °C",
        "1.5V, 1.5, V",
        "45 %, 45, %",
        "45 % RH, 45, %",
        "1.1 A [1.4 Apk], 1.1, A",
        "3 m/s2, 3, m/s2",
        "(12) mm, 12, ''",
        "5, 5, ''",
        "'5 ', 5, ''",
        "6 [EXTENDED OPERATION], 6, ''",
        "7 8, 7, ''",
        "7 8V, 7, ''",
        "5 a-word-that-is-longer-than-units-are, 5, ''",
        "raw value, 12, ''",
    })
    void isTheFirstWordBehindTheValue(String raw, String text, String unit) {
        assertThat(unit(raw, text)).isEqualTo(unit);
    }

    @Test
    void thatOfTheDefinitionIsTaken() {
        byte[] bytes = "5 V".getBytes(StandardCharsets.UTF_8);
        SampleBatchBuilder builder = SampleBatchBuilder.over(bytes, StandardCharsets.UTF_8, 1);
        builder.add(0, 0, new Parameter("a", 0, "deg C"), bytes, 0, 3, 0, 1, true);
        values.source("packets").add(builder.build());

        assertThat(values.of("packets").get(0).unit()).isEqualTo("deg C");
    }
}
