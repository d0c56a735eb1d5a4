package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.integerEncoding;
import static io.tcsstamp.decode.TestDefinitions.label;
import static io.tcsstamp.decode.TestDefinitions.nested;
import static io.tcsstamp.decode.TestDefinitions.ref;
import static io.tcsstamp.decode.TestDefinitions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Alarms.Alarm;
import io.tcsstamp.definition.Alarms.Level;
import io.tcsstamp.definition.Alarms.OfRange;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.TimeUnit;
import io.tcsstamp.definition.ValidRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of a decoded value. */
class ValueViewsTest {
    private static final DataEncoding.OfInteger BYTE =
            integerEncoding(8, IntegerKind.TWOS_COMPLEMENT, Calibration.NONE);
    private static final DataEncoding.OfInteger LONG =
            integerEncoding(64, IntegerKind.TWOS_COMPLEMENT, Calibration.NONE);

    private final TestDefinitions s = new TestDefinitions();

    private ParameterType.OfTime time(
            DataEncoding encoding, boolean absolute, TimeUnit unit, Epoch epoch, String from) {
        return new ParameterType.OfTime(
                s.common(),
                encoding,
                absolute,
                unit,
                Optional.ofNullable(epoch),
                Optional.ofNullable(from).map(name -> ref(name, true)));
    }

    @Test
    void a_value_is_told_with_its_name() throws DefinitionException {
        s.root(
                s.field("A", s.unsigned(8)),
                s.field(
                        "B",
                        new ParameterType.OfBinary(
                                s.common(),
                                new DataEncoding.OfBinary(new IntegerValue.Fixed(16)))));
        assertThat(s.decode("07 CAFE").toList().toString()).isEqualTo("[A=7 (7), B=cafe (cafe)]");
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, 0, 1970-01-01T00:00:00Z",
        "POSIX, -1, 1969-12-31T23:59:59Z",
        "GPS, 0, 1980-01-06T00:00:00Z",
        "GPS, 1261872018, 2020-01-01T00:00:00Z",
        "TAI, 0, 1957-12-31T23:59:50Z",
        "TAI, 1830297637, 2016-01-01T00:00:01Z",
        // around the leap second at the end of 2016
        "TAI, 1861920035, 2016-12-31T23:59:59Z",
        "TAI, 1861920036, 2016-12-31T23:59:59Z",
        "TAI, 1861920037, 2017-01-01T00:00:00Z",
        "J2000, 0, 2000-01-01T11:58:55.816Z",
    })
    void epochs(Epoch.Named epoch, long seconds, Instant expected) throws DefinitionException {
        s.root(s.field("T", time(LONG, true, TimeUnit.SECONDS, epoch, null)));
        assertThat(s.decode("%016x".formatted(seconds)).instant(0)).contains(expected);
    }

    @Test
    void units_dates_and_offsets() throws DefinitionException {
        Epoch.At epoch = new Epoch.At(Instant.parse("2020-02-28T00:00:00Z"));
        s.root(
                s.field("DAY", time(BYTE, true, TimeUnit.DAYS, epoch, null)),
                s.field("FINE", time(LONG, true, TimeUnit.PICOSECONDS, null, "DAY")),
                s.field("SPAN", time(BYTE, false, TimeUnit.SECONDS, null, null)),
                s.field("N", s.unsigned(8)));
        PacketValues values = s.decode("02 %016x 05 06".formatted(1_500_000_000_000L));
        assertThat(values.instant(0)).contains(Instant.parse("2020-03-01T00:00:00Z"));
        assertThat(values.instant(1)).contains(Instant.parse("2020-03-01T00:00:01.5Z"));
        assertThat(values.instant(2)).isEmpty();
        assertThat(values.instant(3)).isEmpty();
    }

    @Test
    void milliseconds_are_not_off_by_what_a_double_cannot_hold() throws DefinitionException {
        DataEncoding millis =
                new DataEncoding.OfInteger(
                        64,
                        DataEncoding.IntegerKind.UNSIGNED,
                        DataEncoding.ByteOrder.MOST_SIGNIFICANT_FIRST,
                        DataEncoding.BitOrder.MOST_SIGNIFICANT_FIRST,
                        TestDefinitions.byDefault(
                                new Calibrator.Polynomial(
                                        List.of(
                                                new Calibrator.Term(0.5, 0),
                                                new Calibrator.Term(0.001, 1)))));
        s.root(s.field("T", time(millis, true, TimeUnit.SECONDS, Epoch.Named.UNIX, null)));
        for (long raw = 1_786_706_395_136L; raw < 1_786_706_395_136L + 1000; raw++) {
            assertThat(s.decode("%016x".formatted(raw)).instant(0))
                    .contains(Instant.ofEpochMilli(raw + 500));
        }
    }

    @Test
    void times_beyond_every_calendar_have_no_instant() throws DefinitionException {
        s.root(s.field("T", time(LONG, true, TimeUnit.YEARS, Epoch.Named.TAI, null)));
        assertThat(s.decode("7fffffffffffffff").instant(0)).isEmpty();
        assertThat(s.decode("8000000000000000").instant(0)).isEmpty();
    }

    private static Alarm alarm(Level level, double max) {
        return new Alarm(
                List.of(
                        new OfRange(level, new Range(-10, false, max, false), false),
                        new OfRange(Level.WATCH, new Range(-5, false, 5, false), false)),
                List.of(),
                Level.NORMAL,
                1);
    }

    @Test
    void the_most_severe_level_of_the_alarm_in_force() throws DefinitionException {
        Alarms alarms =
                new Alarms(
                        Optional.of(alarm(Level.WARNING, 10)),
                        List.of(
                                new Alarms.Context(
                                        when("MODE", Operator.EQ, "1"), alarm(Level.SEVERE, 7))));
        s.root(
                s.field("MODE", s.unsigned(8)),
                s.field(
                        "X",
                        new ParameterType.OfInteger(s.common(), BYTE, Optional.empty(), alarms)));
        assertThat(s.decode("00 03").alarm(1)).contains(Level.NORMAL);
        assertThat(s.decode("00 08").alarm(1)).contains(Level.WATCH);
        assertThat(s.decode("00 0b").alarm(1)).contains(Level.WARNING);
        assertThat(s.decode("01 08").alarm(1)).contains(Level.SEVERE);
        assertThat(s.decode("01 08").alarm(0)).isEmpty();
    }

    @Test
    void a_value_is_judged_by_what_stood_before_it() throws DefinitionException {
        Alarms alarms =
                new Alarms(
                        Optional.empty(),
                        List.of(
                                new Alarms.Context(
                                        when("MODE", Operator.EQ, "1"), alarm(Level.SEVERE, 7))));
        s.container(
                "BLOCK",
                s.field("MODE", s.unsigned(8)),
                s.field(
                        "X",
                        new ParameterType.OfInteger(s.common(), BYTE, Optional.empty(), alarms)));
        s.root(nested("BLOCK", Placement.NEXT), nested("BLOCK", Placement.NEXT));
        PacketValues values = s.decode("01 09 00 09");
        assertThat(values.alarm(1)).contains(Level.SEVERE);
        assertThat(values.alarm(3)).isEmpty();
    }

    @Test
    void a_time_is_added_to_the_one_that_stood_before_it() throws DefinitionException {
        s.container(
                "BLOCK",
                s.field("C", time(BYTE, true, TimeUnit.SECONDS, Epoch.Named.UNIX, null)),
                s.field("F", time(BYTE, true, TimeUnit.SECONDS, null, "C")));
        s.root(nested("BLOCK", Placement.NEXT), nested("BLOCK", Placement.NEXT));
        PacketValues values = s.decode("01 02 10 20");
        assertThat(values.instant(1)).contains(Instant.ofEpochSecond(3));
        assertThat(values.instant(3)).contains(Instant.ofEpochSecond(48));
    }

    @Test
    void alarms_of_labels() throws DefinitionException {
        Alarm alarm =
                new Alarm(
                        List.of(),
                        List.of(new Alarms.OfLabel(Level.CRITICAL, "FAIL")),
                        Level.NORMAL,
                        1);
        s.root(
                s.field(
                        "X",
                        new ParameterType.OfEnumeration(
                                s.common(),
                                BYTE,
                                List.of(label("0", "GOOD"), label("1", "FAIL")),
                                new Alarms(Optional.of(alarm), List.of()))));
        assertThat(s.decode("00").alarm(0)).contains(Level.NORMAL);
        assertThat(s.decode("01").alarm(0)).contains(Level.CRITICAL);
        assertThat(s.decode("01").label(0)).isEqualTo("FAIL");
    }

    @Test
    void values_outside_of_the_valid_range_are_decoded_and_told() throws DefinitionException {
        ValidRange range = new ValidRange(new Range(0, false, 10, true), false);
        s.root(
                s.field(
                        "X",
                        new ParameterType.OfInteger(
                                s.common(), BYTE, Optional.of(range), Alarms.NONE)),
                s.field("Y", s.unsigned(8)));
        PacketValues values = s.decode("09 ff");
        assertThat(values.valid(0)).isTrue();
        assertThat(values.valid(1)).isTrue();
        assertThat(s.decode("0a ff").valid(0)).isFalse();
        assertThat(s.decode("ff ff").valid(0)).isFalse();
    }

    @Test
    void slots_by_name() throws DefinitionException {
        s.root(s.field("X", s.unsigned(8)), s.field("Y", s.unsigned(8)));
        PacketValues values = s.decode("0102");
        assertThat(values.slot("Y")).isEqualTo(1);
        assertThat(values.slot("Z")).isEqualTo(-1);
        assertThatThrownBy(() -> values.label(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X has no labels");
    }
}
