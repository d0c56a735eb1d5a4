package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads how derived values are made. XTCE: DefaultCalibrator, ContextCalibratorList. */
final class CalibratorReader {
    private static final List<String> KINDS =
            List.of("PolynomialCalibrator", "SplineCalibrator", "MathOperationCalibrator");
    private static final int MAX_ORDER = 100;
    private static final Calibrator IDENTITY =
            new Calibrator.Polynomial(List.of(new Calibrator.Term(1, 1)));

    private CalibratorReader() {}

    /** The calibration of an encoding. */
    static Calibration read(Scope scope, Element encoding) {
        Element byDefault = encoding.child("DefaultCalibrator");
        Element list = encoding.child("ContextCalibratorList");
        if (byDefault == null && list == null) {
            return Calibration.NONE;
        }
        List<Calibration.Context> contexts = new ArrayList<>();
        if (list != null) {
            for (Element context : list.children("ContextCalibrator")) {
                Element match = scope.requiredChild(context, "ContextMatch");
                Element calibrator = scope.requiredChild(context, "Calibrator");
                if (match != null && calibrator != null) {
                    contexts.add(
                            new Calibration.Context(
                                    CriteriaReader.read(scope, match),
                                    calibrator(scope, calibrator)));
                }
            }
        }
        return new Calibration(
                Optional.ofNullable(byDefault).map(e -> calibrator(scope, e)), contexts);
    }

    private static Calibrator calibrator(Scope scope, Element owner) {
        owner.ignore("name", "shortDescription");
        Element kind = scope.choice(owner, KINDS);
        if (kind == null) {
            scope.fail(
                    "MISSING_ELEMENT",
                    owner,
                    owner.name() + " holds no calibrator: one of " + String.join(", ", KINDS));
            return IDENTITY;
        }
        kind.ignore("name", "shortDescription");
        return switch (kind.name()) {
            case "PolynomialCalibrator" -> polynomial(scope, kind);
            case "SplineCalibrator" -> spline(scope, kind);
            default -> new Calibrator.MathOperation(MathReader.read(scope, kind));
        };
    }

    private static Calibrator polynomial(Scope scope, Element at) {
        List<Calibrator.Term> terms = new ArrayList<>();
        for (Element term : at.children("Term")) {
            terms.add(
                    new Calibrator.Term(
                            scope.real(term, "coefficient"),
                            (int)
                                    scope.requiredInteger(
                                            term,
                                            "exponent",
                                            Integer.MIN_VALUE,
                                            Integer.MAX_VALUE)));
        }
        return new Calibrator.Polynomial(terms);
    }

    private static Calibrator spline(Scope scope, Element at) {
        int order = (int) scope.integer(at, "order", 1, 0, MAX_ORDER);
        boolean extrapolate = scope.flag(at, "extrapolate", false);
        List<Calibrator.Point> points = new ArrayList<>();
        for (Element point : at.children("SplinePoint")) {
            if (scope.integer(point, "order", order, 0, MAX_ORDER) != order) {
                scope.unsupported(
                        point, "a point with an order of its own is not supported: " + order);
            }
            points.add(
                    new Calibrator.Point(
                            scope.real(point, "raw"), scope.real(point, "calibrated")));
        }
        points.sort(Comparator.comparingDouble(Calibrator.Point::raw));
        if (points.isEmpty()) {
            scope.fail("MISSING_ELEMENT", at, "SplineCalibrator holds no SplinePoint");
            return IDENTITY;
        }
        if (order > 1 && points.size() <= order) {
            scope.invalid(
                    at,
                    "a spline of order " + order + " needs " + (order + 1) + " points at least");
        }
        for (int i = 1; order > 0 && i < points.size(); i++) {
            if (points.get(i).raw() == points.get(i - 1).raw()) {
                scope.invalid(at, "two points of the spline have raw " + points.get(i).raw());
            }
        }
        return new Calibrator.Spline(order, extrapolate, points);
    }
}
