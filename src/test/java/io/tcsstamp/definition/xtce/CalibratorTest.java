package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.encoding;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.MathStep;
import io.tcsstamp.definition.Calibrator.Point;
import io.tcsstamp.definition.Calibrator.Term;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.ParameterRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {
    private static final String LINE =
            "<PolynomialCalibrator><Term coefficient='-1.5' exponent='0'/>"
                    + "<Term coefficient='2E0' exponent='1'/></PolynomialCalibrator>";
    private static final Calibrator THE_LINE =
            new Calibrator.Polynomial(List.of(new Term(-1.5, 0), new Term(2, 1)));

    private static Calibration calibration(String content) {
        return ((DataEncoding.OfInteger)
                        encoding("<IntegerDataEncoding>" + content + "</IntegerDataEncoding>"))
                .calibration();
    }

    private static Calibrator byDefault(String calibrator) {
        return calibration("<DefaultCalibrator>" + calibrator + "</DefaultCalibrator>")
                .byDefault()
                .orElseThrow();
    }

    private static void refusedCalibrator(String marked, String code) {
        refused(
                withType(
                        "<IntegerParameterType name='T'><IntegerDataEncoding><DefaultCalibrator>"
                                + marked
                                + "</DefaultCalibrator></IntegerDataEncoding>"
                                + "</IntegerParameterType>"),
                code);
    }

    @Test
    void a_polynomial_keeps_the_order_of_its_terms() {
        assertThat(byDefault(LINE)).isEqualTo(THE_LINE);
        assertThat(byDefault("<PolynomialCalibrator/>"))
                .isEqualTo(new Calibrator.Polynomial(List.of()));
        assertThat(
                        byDefault(
                                "<PolynomialCalibrator><Term coefficient='1' exponent='-2'/>"
                                        + "</PolynomialCalibrator>"))
                .isEqualTo(new Calibrator.Polynomial(List.of(new Term(1, -2))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, false",
        "order='0' extrapolate='true', 0, true",
        "order='2' extrapolate='1', 2, true",
        "extrapolate='TRUE', 1, true",
        "extrapolate='0', 1, false"
    })
    void the_points_of_a_spline_are_sorted(String attributes, int order, boolean extrapolate) {
        String spline =
                "<SplineCalibrator "
                        + attributes.replace('"', '\'')
                        + ">"
                        + "<SplinePoint raw='10' calibrated='1'/>"
                        + "<SplinePoint raw='-5' calibrated='2'/>"
                        + "<SplinePoint order='"
                        + order
                        + "' raw='1e1000' calibrated='-INF'/>"
                        + "</SplineCalibrator>";

        assertThat(byDefault(spline))
                .isEqualTo(
                        new Calibrator.Spline(
                                order,
                                extrapolate,
                                List.of(
                                        new Point(-5, 2),
                                        new Point(10, 1),
                                        new Point(
                                                Double.POSITIVE_INFINITY,
                                                Double.NEGATIVE_INFINITY))));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "@@<SplineCalibrator/> | MISSING_ELEMENT",
                "@@<SplineCalibrator order='2'><SplinePoint raw='1' calibrated='1'/>"
                        + "</SplineCalibrator> | INVALID_VALUE",
                "@@<SplineCalibrator><SplinePoint raw='1' calibrated='1'/>"
                        + "<SplinePoint raw='1.0' calibrated='2'/></SplineCalibrator>"
                        + " | INVALID_VALUE",
                "<SplineCalibrator order='0'>@@<SplinePoint raw='1' calibrated='1' order='1'/>"
                        + "</SplineCalibrator> | UNSUPPORTED",
                "<SplineCalibrator>@@<SplinePoint raw='1'/></SplineCalibrator>"
                        + " | MISSING_ATTRIBUTE",
                "<PolynomialCalibrator>@@<Term coefficient='one' exponent='0'/>"
                        + "</PolynomialCalibrator> | INVALID_VALUE",
                "<PolynomialCalibrator>@@<Term coefficient='1f' exponent='0'/>"
                        + "</PolynomialCalibrator> | INVALID_VALUE",
                "<PolynomialCalibrator>@@<Term coefficient='1' exponent='0.5'/>"
                        + "</PolynomialCalibrator> | INVALID_VALUE",
                "<PolynomialCalibrator>@@<Term coefficient='1' exponent='3000000000'/>"
                        + "</PolynomialCalibrator> | INVALID_VALUE",
                "<PolynomialCalibrator/>@@<SplineCalibrator/> | INVALID_VALUE",
                "<PolynomialCalibrator>@@<Point/></PolynomialCalibrator> | UNKNOWN_ELEMENT",
                "<PolynomialCalibrator>@@<Term coefficient='1' exponent='0' unit='V'/>"
                        + "</PolynomialCalibrator> | UNKNOWN_ATTRIBUTE",
            },
            delimiter = '|')
    void a_calibrator_that_is_wrong_is_refused(String marked, String code) {
        refusedCalibrator(marked, code);
    }

    @Test
    void a_calculation_is_read_step_by_step() {
        String calculation =
                "<MathOperationCalibrator><ThisParameterOperand/><ValueOperand>0x10</ValueOperand>"
                        + "<Operator>*</Operator><ParameterInstanceRefOperand parameterRef='A'"
                        + " useCalibratedValue='false'/><Operator> &lt;&lt; </Operator>"
                        + "<Operator>dup</Operator><Operator>swap</Operator>"
                        + "<Operator>drop</Operator><Operator>abs</Operator>"
                        + "</MathOperationCalibrator>";

        assertThat(byDefault(calculation))
                .isEqualTo(
                        new Calibrator.MathOperation(
                                List.of(
                                        new MathStep.PushRaw(),
                                        new MathStep.Push(16),
                                        new MathStep.Apply("*"),
                                        new MathStep.PushParameter(new ParameterRef("/S/A", false)),
                                        new MathStep.Apply("<<"),
                                        new MathStep.Apply("dup"),
                                        new MathStep.Apply("swap"),
                                        new MathStep.Apply("drop"),
                                        new MathStep.Apply("abs"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@<MathOperationCalibrator/>",
                "@@<MathOperationCalibrator><ValueOperand>1</ValueOperand><ThisParameterOperand/>"
                        + "</MathOperationCalibrator>",
                "<MathOperationCalibrator><ThisParameterOperand/>@@<Operator>+</Operator>"
                        + "</MathOperationCalibrator>",
                "<MathOperationCalibrator><ThisParameterOperand/>@@<Operator>sqrt</Operator>"
                        + "</MathOperationCalibrator>",
                "<MathOperationCalibrator>@@<ValueOperand>one</ValueOperand>"
                        + "</MathOperationCalibrator>"
            })
    void a_calculation_that_does_not_leave_one_value_is_refused(String marked) {
        refusedCalibrator(marked, "INVALID_VALUE");
    }

    @Test
    void contexts_are_kept_in_order() {
        String context =
                "<ContextCalibrator><ContextMatch><Comparison parameterRef='A' value='%d'/>"
                        + "</ContextMatch><Calibrator>%s</Calibrator></ContextCalibrator>";
        Calibration read =
                calibration(
                        "<ContextCalibratorList><!-- one -->"
                                + context.formatted(1, LINE)
                                + context.formatted(2, "<PolynomialCalibrator/>")
                                + "</ContextCalibratorList>");

        assertThat(read.byDefault()).isEmpty();
        assertThat(read.contexts())
                .extracting(c -> ((MatchCriteria.Comparison) c.criteria()).literal())
                .containsExactly("1", "2");
        assertThat(read.contexts().get(0).calibrator()).isEqualTo(THE_LINE);
    }

    @Test
    void an_algorithm_in_a_context_is_refused() {
        refused(
                withType(
                        "<IntegerParameterType"
                                + " name='T'><IntegerDataEncoding><ContextCalibratorList>"
                                + "<ContextCalibrator><ContextMatch>@@<CustomAlgorithm/>"
                                + "</ContextMatch><Calibrator>"
                                + LINE
                                + "</Calibrator></ContextCalibrator></ContextCalibratorList>"
                                + "</IntegerDataEncoding></IntegerParameterType>"),
                "UNSUPPORTED");
    }
}
