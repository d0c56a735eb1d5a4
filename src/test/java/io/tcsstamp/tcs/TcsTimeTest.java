package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.Seed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that exist, and times that do not. */
class TcsTimeTest {
    private final TcsParser parser = new TcsParser(UnitRules.none());

    @ParameterizedTest
    @CsvSource({
        "2021/01/08 16:34:06 UTC,        2021-01-08T16:34:06Z",
        "2021/01/08 16:34:06.8 UTC,      2021-01-08T16:34:06.8Z",
        "2021/01/08 16:34:06.87 UTC,     2021-01-08T16:34:06.87Z",
        "2021/01/08 16:34:06.873 UTC,    2021-01-08T16:34:06.873Z",
        "2021/01/08 16:34:06.8731 UTC,   2021-01-08T16:34:06.8731Z",
        "2021/01/08 16:34:06.87312 UTC,  2021-01-08T16:34:06.87312Z",
        "2021/01/08 16:34:06.000001 UTC, 2021-01-08T16:34:06.000001Z",
        "2020/02/29 00:00:00 UTC,        2020-02-29T00:00:00Z",
        "2000/02/29 00:00:00 UTC,        2000-02-29T00:00:00Z",
        "1969/12/31 23:59:59.999999 UTC, 1969-12-31T23:59:59.999999Z",
        "0001/01/01 00:00:00 UTC,        0001-01-01T00:00:00Z",
        "9999/12/31 23:59:59.999999 UTC, 9999-12-31T23:59:59.999999Z",
    })
    void exists(String text, Instant time) {
        assertThat(parse(text)).singleElement().extracting(s -> s.time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021/02/29 00:00:00 UTC",
                "2021/02/30 00:00:00 UTC",
                "1900/02/29 00:00:00 UTC",
                "2100/02/29 00:00:00 UTC",
                "2021/04/31 00:00:00 UTC",
                "2021/01/32 00:00:00 UTC",
                "2021/01/00 00:00:00 UTC",
                "2021/00/01 00:00:00 UTC",
                "2021/13/01 00:00:00 UTC",
                "0000/01/01 00:00:00 UTC",
                "2021/01/01 24:00:00 UTC",
                "2021/01/01 23:60:00 UTC",
                "2021/01/01 23:59:60 UTC",
            })
    void doesNotExist(String text) {
        assertThat(parse(text).rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("does not exist"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021/01/08 16:34:06.8731234 UTC",
                "2021/01/08 16:34:06.87312345678901234567890 UTC",
                "2021/01/08 16:34:06. UTC",
                "2021/01/08 16:34:06.8x UTC",
                "2021/01/08 16:34:06.-1 UTC",
                "2021/01/08 16:34:06,873 UTC",
                "2021/01/08 16:34:06.873UTC",
                "2021/01/08 16:34:06.873  UTC",
                "2021/01/08 16:34:06.873 utc",
                "2021/01/08 16:34:06.873 UTCx",
                "2021/01/08 16:34:06.873 GMT",
                "2021/01/08 16:34:06.873",
                "2021/01/08 16:34:06",
                "2021/01/08",
                "2021/1/8 16:34:06.873 UTC",
                "21/01/08 16:34:06.873 UTC",
                "12021/01/08 16:34:06.873 UTC",
                "2021/01/08 16-34-06.873 UTC",
                "2021:01:08 16:34:06.873 UTC",
                "+021/01/08 16:34:06.873 UTC",
                "2021/ 1/08 16:34:06.873 UTC",
                "2021/01/08 16:34: 6.873 UTC",
                "2021/01/08 16:34:0a.873 UTC",
            })
    void isNotOfTheForm(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(parse(text).rejections()).hasSize(1);
    }

    @Test
    void everyDayOfFourHundredYearsIsReadOrRefusedAsTheCalendarSays() {
        for (int year = 1900; year < 2300; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 27; day <= 32; day++) {
                    String text = "%04d/%02d/%02d 12:00:00 UTC".formatted(year, month, day);
                    boolean exists = day <= java.time.YearMonth.of(year, month).lengthOfMonth();
                    SampleBatch batch = parse(text);
                    assertThat(batch.size()).as(text).isEqualTo(exists ? 1 : 0);
                    if (exists) {
                        assertThat(batch.sample(0).time())
                                .isEqualTo(
                                        LocalDateTime.of(year, month, day, 12, 0)
                                                .toInstant(ZoneOffset.UTC));
                    }
                }
            }
        }
    }

    @Test
    void randomTimesInAnyOrderAreReadExactly() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSSSSS 'UTC'");
        long span = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        Seed.rounds(
                2000,
                random -> {
                    Instant time =
                            Instant.ofEpochSecond(
                                    (long) (random.nextDouble() * span),
                                    random.nextInt(1_000_000) * 1000L);
                    String text = format.format(time.atOffset(ZoneOffset.UTC));
                    assertThat(parse(text).sample(0).time()).isEqualTo(time);
                });
    }

    private SampleBatch parse(String time) {
        return parser.parse(bytes(time + "\tname\tvalue|"));
    }
}
