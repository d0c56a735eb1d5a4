package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.byDefault;
import static io.tcsstamp.decode.TestDefinitions.integerEncoding;
import static io.tcsstamp.decode.TestDefinitions.label;
import static io.tcsstamp.decode.TestDefinitions.line;
import static io.tcsstamp.decode.TestDefinitions.ref;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static io.tcsstamp.decode.TestDefinitions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.MathStep;
import io.tcsstamp.definition.Calibrator.Point;
import io.tcsstamp.definition.Calibrator.Spline;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calibrators and labels. */
class DerivedValueTest {
    private final TestDefinitions s = new TestDefinitions();

    private double calibrated(Calibrator calibrator, int raw) throws DefinitionException {
        TestDefinitions one = new TestDefinitions();
        PacketValues values =
                one.root(
                                one.field(
                                        "X",
                                        one.integer(
                                                8,
                                                IntegerKind.TWOS_COMPLEMENT,
                                                byDefault(calibrator))))
                        .decode("%02x".formatted(raw & 0xFF));
        return values.failed() ? Double.NaN : (Double) values.value(0);
    }

    @Test
    void polynomials_are_sums_of_their_terms() throws DefinitionException {
        Calibrator cubic =
                new Calibrator.Polynomial(
                        List.of(
                                new Calibrator.Term(1, 0),
                                new Calibrator.Term(2, 3),
                                new Calibrator.Term(8, -1),
                                new Calibrator.Term(0.5, 5)));
        assertThat(calibrated(cubic, 2)).isEqualTo(1 + 16 + 4 + 16);
        assertThat(calibrated(new Calibrator.Polynomial(List.of()), 9)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 5, 0.0",
        "0, false, 20, 30.0",
        "0, false, 21, NaN",
        "0, true, 99, 30.0",
        "0, true, -9, 0.0",
        "1, false, 5, 5.0",
        "1, false, 15, 20.0",
        "1, false, 20, 30.0",
        "1, false, -1, NaN",
        "1, true, 30, 50.0",
        "1, true, -10, -10.0",
        "2, false, 5, 3.75",
        "2, true, 30, 60.0",
        "9, false, 10, 10.0",
    })
    void splines(int order, boolean extrapolate, int raw, double expected)
            throws DefinitionException {
        List<Point> points = List.of(new Point(0, 0), new Point(10, 10), new Point(20, 30));
        assertThat(calibrated(new Spline(order, extrapolate, points), raw))
                .isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "raw 2 3 + *, 20.0",
        "raw dup *, 16.0",
        "10 raw -, 6.0",
        "10 raw swap -, -6.0",
        "raw 1 drop, 4.0",
        "raw 9 over + /, 0.3076923076923077",
        "raw ln e^x, 4.0",
        "2 raw ^, 16.0",
        "2 raw y^x, 16.0",
        "raw x!, 24.0",
        "raw 1/x, 0.25",
        "raw 3 %, 1.0",
        "raw 3 div, 1.0",
        "raw 1 <<, 8.0",
        "raw 1 >>, 2.0",
        "raw 6 &, 4.0",
        "raw 3 |, 7.0",
        "raw 6 xor, 2.0",
        "raw ~, -5.0",
        "raw !, 0.0",
        "raw 5 min 3 max, 4.0",
        "raw 4 == raw 5 < &&, 1.0",
        "0 1 atan2, 1.5707963267948966",
        "2.7 int -2.7 int +, 0.0",
        "2 asinh sinh 2 acosh cosh * 0.5 atanh tanh *, 2.0",
    })
    void calculations(String steps, double expected) throws DefinitionException {
        List<MathStep> parsed = new ArrayList<>();
        for (String step : steps.split(" ")) {
            if (step.equals("raw")) {
                parsed.add(new MathStep.PushRaw());
            } else if (step.matches("-?[0-9.]+")) {
                parsed.add(new MathStep.Push(Double.parseDouble(step)));
            } else {
                parsed.add(new MathStep.Apply(step));
            }
        }
        assertThat(calibrated(new Calibrator.MathOperation(parsed), 4))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_calculation_that_cannot_be_done_is_refused() {
        for (String operator : List.of("+", "nonsense")) {
            List<MathStep> steps = List.of(new MathStep.PushRaw(), new MathStep.Apply(operator));
            assertThatThrownBy(() -> calibrated(new Calibrator.MathOperation(steps), 1))
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageContaining("calculation");
        }
    }

    @Test
    void the_first_context_that_holds_decides() throws DefinitionException {
        Calibration calibration =
                new Calibration(
                        Optional.of(line(1000, 1)),
                        List.of(
                                new Calibration.Context(when("M", Operator.EQ, "1"), line(10, 1)),
                                new Calibration.Context(when("M", Operator.LE, "2"), line(20, 1)),
                                new Calibration.Context(when("X", Operator.GT, "9"), line(30, 1))));
        s.root(
                s.field("M", s.unsigned(8)),
                s.field("X", s.integer(8, IntegerKind.UNSIGNED, calibration)));
        assertThat(shown(s.decode("0105"))).containsExactly("M=1", "X=15.0");
        assertThat(shown(s.decode("0205"))).containsExactly("M=2", "X=25.0");
        assertThat(shown(s.decode("0305"))).containsExactly("M=3", "X=1005.0");
        assertThat(shown(s.decode("030a"))).containsExactly("M=3", "X=40.0");
    }

    @Test
    void without_a_context_that_holds_and_without_default_it_is_the_raw_integer()
            throws DefinitionException {
        Calibration calibration =
                new Calibration(
                        Optional.empty(),
                        List.of(new Calibration.Context(when("X", Operator.GT, "9"), line(30, 1))));
        s.root(s.field("X", s.integer(8, IntegerKind.UNSIGNED, calibration)));
        PacketValues raw = s.decode("05");
        assertThat(shown(raw)).containsExactly("X=5");
        assertThat(raw.valueKind(0)).isEqualTo(ValueKind.UNSIGNED);
        assertThat(raw.field(0).valueKind()).isEmpty();
        PacketValues calibrated = s.decode("0a");
        assertThat(shown(calibrated)).containsExactly("X=40.0");
        assertThat(calibrated.valueKind(0)).isEqualTo(ValueKind.FLOAT);
    }

    @Test
    void a_calculation_may_use_other_values() throws DefinitionException {
        Calibrator sum =
                new Calibrator.MathOperation(
                        List.of(
                                new MathStep.PushRaw(),
                                new MathStep.PushParameter(ref("A", true)),
                                new MathStep.Apply("+")));
        s.root(
                s.field("A", s.integer(8, IntegerKind.UNSIGNED, byDefault(line(100, 1)))),
                s.field("X", s.integer(8, IntegerKind.UNSIGNED, byDefault(sum))));
        assertThat(shown(s.decode("0102"))).containsExactly("A=101.0", "X=103.0");
    }

    @Test
    void the_last_label_of_a_value_wins_and_ranges_count() throws DefinitionException {
        s.root(
                s.field(
                        "X",
                        s.labels(
                                integerEncoding(8, IntegerKind.TWOS_COMPLEMENT, Calibration.NONE),
                                new ParameterType.Label("-5", Optional.of("20"), "RANGE"),
                                label("3", "THREE"),
                                label("0x4", "FOUR"),
                                label("4", "LAST"))));
        assertThat(shown(s.decode("fb"))).containsExactly("X=RANGE");
        assertThat(shown(s.decode("03"))).containsExactly("X=THREE");
        assertThat(shown(s.decode("04"))).containsExactly("X=LAST");
        assertThat(shown(s.decode("14"))).containsExactly("X=RANGE");
        DecodeReport report = s.decode("15").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.VALUE);
        assertThat(report.message()).isEqualTo("the raw value 21 has no label");
        assertThat(report.decoded()).isEmpty();
    }

    @Test
    void tables_of_labels_find_what_a_search_finds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            boolean unsigned = random.nextBoolean();
            int spread = random.nextBoolean() ? 50 : 1_000_000;
            LabelRanges ranges = new LabelRanges(unsigned);
            long[][] added = new long[random.nextInt(20)][];
            for (int k = 0; k < added.length; k++) {
                long first = random.nextInt(spread);
                added[k] = new long[] {first, first + random.nextInt(9) * random.nextInt(spread)};
                ranges.add(BigInteger.valueOf(added[k][0]), BigInteger.valueOf(added[k][1]), k);
            }
            IntegerLabels table = ranges.table();
            for (int n = 0; n < 200; n++) {
                long raw = random.nextInt(spread * 2) - 5;
                int expected = -1;
                for (int k = 0; k < added.length; k++) {
                    expected = raw >= added[k][0] && raw <= added[k][1] ? k : expected;
                }
                assertThat(table.label(raw)).as("seed %d, %d", seed, raw).isEqualTo(expected);
            }
        }
    }
}
