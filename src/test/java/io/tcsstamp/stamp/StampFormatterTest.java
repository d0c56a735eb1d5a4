package io.tcsstamp.stamp;

import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatches;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as STAMP reads them. */
class StampFormatterTest {
    private static final Sample SAMPLE = sample("2021-01-08T16:34:06.873Z", "psu_vdc", "28.1");

    @Test
    void writesALinePerSample() {
        assertThat(lines(false, SAMPLE, SAMPLE))
                .isEqualTo(
                        "08.01.2021 16:34:06\tpsu_vdc\t0000\t28.1\n"
                                + "08.01.2021 16:34:06\tpsu_vdc\t0000\t28.1\n");
    }

    @Test
    void writesMillisecondsWhereAsked() {
        assertThat(lines(true, SAMPLE)).isEqualTo("08.01.2021 16:34:06.873\tpsu_vdc\t0000\t28.1\n");
    }

    @Test
    void writesTheTextAndNotTheRawValue() {
        Sample cut = new Sample(SAMPLE.time(), "psu_vdc", "28.1 V", "28.1");

        assertThat(lines(false, cut)).endsWith("\t28.1\n");
    }

    @Test
    void writesUtf8WhateverTheSamplesCameIn() {
        Sample latin1 = sample("2021-01-08T16:34:06Z", "température", "±20 ºC");
        Sample any = sample("2021-01-08T16:34:06Z", "τ", "20 €");

        assertThat(lines(false, latin1)).endsWith("\ttempérature\t0000\t±20 ºC\n");
        assertThat(
                        new String(
                                new StampFormatter(false).format(SampleBatches.of(List.of(any))),
                                UTF_8))
                .endsWith("\tτ\t0000\t20 €\n");
    }

    @Test
    void valuesOfAnyLengthAreWhole() {
        StampFormatter formatter = new StampFormatter(true);
        for (int length = 0; length < 70; length++) {
            String value = "0123456789".repeat(7).substring(0, length);
            Sample one = sample("2021-01-08T16:34:06.873Z", "n", value);
            Sample after = sample("2021-01-08T16:34:06.874Z", "m", "");

            assertThat(new String(formatter.format(block(one, after, one)), UTF_8))
                    .isEqualTo(
                            "08.01.2021 16:34:06.873\tn\t0000\t%s\n".formatted(value)
                                    + "08.01.2021 16:34:06.874\tm\t0000\t\n"
                                    + "08.01.2021 16:34:06.873\tn\t0000\t%s\n".formatted(value));
        }
    }

    @Test
    void nothingIsNoLine() {
        assertThat(new StampFormatter(true).format(SampleBatches.of(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-08T16:34:06.000000Z, 08.01.2021 16:34:06.000",
        "2021-01-08T16:34:06.000999999Z, 08.01.2021 16:34:06.000",
        "2021-01-08T16:34:06.001Z, 08.01.2021 16:34:06.001",
        "2021-01-08T16:34:06.9996Z, 08.01.2021 16:34:06.999",
        "2021-01-08T16:34:59.999999999Z, 08.01.2021 16:34:59.999",
        "2020-12-31T23:59:59.999999999Z, 31.12.2020 23:59:59.999",
    })
    void millisecondsAreCutOffAndNotRounded(String time, String written) {
        assertThat(lines(true, sample(time, "n", ""))).startsWith(written + '\t');
        assertThat(lines(false, sample(time, "n", ""))).startsWith(written.substring(0, 19) + '\t');
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 01.01.1970 00:00:00",
        "1969-12-31T23:59:59.999Z, 31.12.1969 23:59:59",
        "1969-12-31T00:00:00Z, 31.12.1969 00:00:00",
        "1900-03-01T12:00:01Z, 01.03.1900 12:00:01",
        "2000-02-29T23:59:59Z, 29.02.2000 23:59:59",
        "0001-01-01T00:00:00Z, 01.01.0001 00:00:00",
        "9999-12-31T23:59:59.999Z, 31.12.9999 23:59:59",
    })
    void writesAnyDateOfFourDigitsAsTheFirst(Instant time, String written) {
        assertThat(lines(false, new Sample(time, "n", "", ""))).startsWith(written + '\t');
    }

    @Test
    void secondsAndDaysMayGoForthAndBack() {
        Sample[] samples = {
            sample("2021-01-08T23:59:59Z", "a", ""),
            sample("2021-01-09T00:00:00Z", "b", ""),
            sample("2021-01-08T23:59:58Z", "c", ""),
            sample("1969-12-31T23:59:59Z", "d", ""),
            sample("2021-01-09T00:00:00Z", "e", ""),
            sample("2021-01-09T13:05:09Z", "f", ""),
        };
        assertThat(lines(false, samples).split("\t0000\t\n"))
                .containsExactly(
                        "08.01.2021 23:59:59\ta",
                        "09.01.2021 00:00:00\tb",
                        "08.01.2021 23:59:58\tc",
                        "31.12.1969 23:59:59\td",
                        "09.01.2021 00:00:00\te",
                        "09.01.2021 13:05:09\tf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai"})
    void digitsAreAsciiInEveryCountry(String country) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(country));
            assertThat(lines(true, SAMPLE)).startsWith("08.01.2021 16:34:06.873\t");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String lines(boolean fractionalTime, Sample... samples) {
        return new String(new StampFormatter(fractionalTime).format(block(samples)), UTF_8);
    }
}
