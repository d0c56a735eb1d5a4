package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** Sizes, ages and times as people write them. */
class SpoolTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 bytes",
                "1023 | 1,023 bytes",
                "1024 | 1.0 KiB (1,024 bytes)",
                "1843200 | 1.8 MiB (1,843,200 bytes)",
                "4294967296 | 4.0 GiB (4,294,967,296 bytes)"
            })
    void sizes(long bytes, String text) {
        assertThat(SpoolText.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s",
        "59, 59 s",
        "61, 1 min 1 s",
        "3599, 59 min 59 s",
        "11520, 3 h 12 min",
        "90000, 1 d 1 h"
    })
    void ages(long seconds, String text) {
        assertThat(SpoolText.age(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21T00:00:00Z",
        "2026-11-21T06:42, 2026-11-21T06:42:00Z",
        "2026-11-21 06:42:41.5, 2026-11-21T06:42:41.500Z",
        "2026-11-21T06:42:41Z, 2026-11-21T06:42:41Z",
        "2026-11-21T06:42:41+01:00, 2026-11-21T05:42:41Z"
    })
    void times(String said, Instant time) {
        assertThat(new UtcTime().convert(said)).isEqualTo(time);
    }

    @Test
    void aWrongTimeIsToldHowToSayItRight() {
        assertThatThrownBy(() -> new UtcTime().convert("yesterday"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("yesterday")
                .hasMessageContaining("2026-11-21");
    }
}
