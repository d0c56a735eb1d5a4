package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.MathStep;
import java.io.IOException;

/** Writes how derived values are made. XTCE: DefaultCalibrator, ContextCalibratorList. */
final class CalibratorWriter {
    private CalibratorWriter() {}

    static void write(Output out, Calibration calibration) throws IOException {
        if (calibration.byDefault().isPresent()) {
            out.xml().begin("DefaultCalibrator");
            calibrator(out, calibration.byDefault().get());
            out.xml().end();
        }
        if (calibration.contexts().isEmpty()) {
            return;
        }
        out.xml().begin("ContextCalibratorList");
        for (Calibration.Context context : calibration.contexts()) {
            out.xml().begin("ContextCalibrator");
            out.xml().begin("ContextMatch");
            CriteriaWriter.write(out, context.criteria());
            out.xml().end();
            out.xml().begin("Calibrator");
            calibrator(out, context.calibrator());
            out.xml().end();
            out.xml().end();
        }
        out.xml().end();
    }

    private static void calibrator(Output out, Calibrator calibrator) throws IOException {
        if (calibrator instanceof Calibrator.Polynomial polynomial) {
            polynomial(out, polynomial);
        } else if (calibrator instanceof Calibrator.Spline spline) {
            spline(out, spline);
        } else {
            out.xml().begin("MathOperationCalibrator");
            for (MathStep step : ((Calibrator.MathOperation) calibrator).steps()) {
                step(out, step);
            }
            out.xml().end();
        }
    }

    private static void polynomial(Output out, Calibrator.Polynomial polynomial)
            throws IOException {
        if (polynomial.terms().isEmpty()) {
            out.notInSchema("a PolynomialCalibrator needs a Term");
        }
        out.xml().begin("PolynomialCalibrator");
        for (Calibrator.Term term : polynomial.terms()) {
            if (term.exponent() < 0) {
                out.notInSchema("an exponent is not negative: " + term.exponent());
            }
            out.xml().begin("Term");
            out.attribute("coefficient", Output.number(term.coefficient()));
            out.attribute("exponent", Integer.toString(term.exponent()));
            out.xml().end();
        }
        out.xml().end();
    }

    private static void spline(Output out, Calibrator.Spline spline) throws IOException {
        if (spline.points().size() < 2) {
            out.notInSchema("a SplineCalibrator needs two points");
        }
        out.xml().begin("SplineCalibrator");
        out.attribute("order", Integer.toString(spline.order()));
        if (spline.extrapolate()) {
            out.attribute("extrapolate", "true");
        }
        for (Calibrator.Point point : spline.points()) {
            out.xml().begin("SplinePoint");
            out.attribute("raw", Output.number(point.raw()));
            out.attribute("calibrated", Output.number(point.calibrated()));
            out.xml().end();
        }
        out.xml().end();
    }

    private static void step(Output out, MathStep step) throws IOException {
        if (step instanceof MathStep.Push push) {
            out.xml().element("ValueOperand", Output.number(push.value()));
        } else if (step instanceof MathStep.PushParameter push) {
            out.xml().begin("ParameterInstanceRefOperand");
            out.instance(push.ref());
            out.xml().end();
        } else if (step instanceof MathStep.Apply apply) {
            out.xml().element("Operator", apply.operator());
        } else {
            out.xml().begin("ThisParameterOperand");
            out.xml().end();
        }
    }
}
