package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How derived values are made: calibrators, labels, truth values. */
final class DerivationPlanner {
    private static final NumberFunction NONE = (raw, values, slot) -> raw;

    private final CriterionPlanner criteria;
    private final LabelPlanner labels;
    private final PlanProblems problems;
    private final Map<String, Derivation> byType = new HashMap<>();

    DerivationPlanner(CriterionPlanner criteria, PlanProblems problems) {
        this.criteria = criteria;
        this.labels = new LabelPlanner(problems);
        this.problems = problems;
    }

    /**
     * The derivation of a type; null where nothing is derived, as for text and bytes.
     *
     * @param self what it is the value of, for calibrators that refer to it
     */
    Derivation plan(ParameterType.Scalar type, ParameterRef self) {
        Calibration calibration = Encodings.calibration(type.encoding());
        criteria.budget().spend(weight(calibration), false);
        if (mayReferToItself(calibration)) {
            return make(type, self);
        }
        Derivation known = byType.get(type.qualifiedName());
        if (known == null) {
            known = make(type, self);
            if (known != null) {
                byType.put(type.qualifiedName(), known);
            }
        }
        return known;
    }

    /** How many times the work of a plain value a calibrated one is, at most. */
    private static long weight(Calibration calibration) {
        long heaviest = calibration.byDefault().map(DerivationPlanner::weight).orElse(0L);
        for (Calibration.Context context : calibration.contexts()) {
            heaviest = Math.max(heaviest, weight(context.calibrator()));
        }
        return heaviest;
    }

    private static long weight(Calibrator calibrator) {
        if (calibrator instanceof Calibrator.Polynomial polynomial) {
            return polynomial.terms().size() / 2;
        }
        if (calibrator instanceof Calibrator.Spline spline) {
            long points = Math.min(spline.order() + 1L, spline.points().size());
            return points * points / 4;
        }
        return MathFunction.work(((Calibrator.MathOperation) calibrator).steps());
    }

    private static boolean mayReferToItself(Calibration calibration) {
        return !calibration.contexts().isEmpty()
                || calibration.byDefault().orElse(null) instanceof Calibrator.MathOperation;
    }

    private Derivation make(ParameterType.Scalar type, ParameterRef self) {
        RawKind kind = Encodings.rawKind(type.encoding());
        if (type instanceof ParameterType.OfEnumeration enumeration) {
            return labels.plan(enumeration);
        }
        if (type instanceof ParameterType.OfBoolean truth) {
            return switch (kind) {
                case SIGNED, UNSIGNED, WIDE, FLOAT -> BooleanOfNumber.INSTANCE;
                case TEXT -> {
                    DataEncoding.OfString text = (DataEncoding.OfString) type.encoding();
                    yield new BooleanOfText(
                            new TextCharset(text.charset(), text.byteOrder()),
                            truth.one(),
                            truth.zero());
                }
                case BYTES -> BooleanOfBytes.INSTANCE;
            };
        }
        if (kind == RawKind.TEXT || kind == RawKind.BYTES) {
            return null;
        }
        return calibration(Encodings.calibration(type.encoding()), kind, self, type);
    }

    private Derivation calibration(
            Calibration calibration, RawKind kind, ParameterRef self, ParameterType.Scalar type) {
        String where = type.qualifiedName();
        NumberFunction byDefault =
                calibration.byDefault().map(c -> function(c, self, where)).orElse(null);
        if (calibration.contexts().isEmpty()) {
            return byDefault == null ? PlainNumber.of(kind) : new CalibratedNumber(byDefault);
        }
        List<Criterion> conditions = new ArrayList<>();
        List<NumberFunction> functions = new ArrayList<>();
        for (Calibration.Context context : calibration.contexts()) {
            conditions.add(criteria.plan(context.criteria(), self, where));
            functions.add(function(context.calibrator(), self, where));
        }
        return new ContextualNumber(conditions, functions, byDefault);
    }

    private NumberFunction function(Calibrator calibrator, ParameterRef self, String where) {
        if (calibrator instanceof Calibrator.Polynomial polynomial) {
            return new PolynomialFunction(polynomial.terms());
        }
        if (calibrator instanceof Calibrator.Spline spline) {
            return spline(spline, where);
        }
        Calibrator.MathOperation math = (Calibrator.MathOperation) calibrator;
        try {
            return MathFunction.of(math.steps(), push -> parameter(push.ref(), self, where))
                    .orElse(NONE);
        } catch (IllegalArgumentException e) {
            problems.add(where, "its calculation cannot be done: " + e.getMessage());
            return NONE;
        }
    }

    private NumberFunction spline(Calibrator.Spline spline, String where) {
        if (spline.points().isEmpty() || spline.order() < 0 || spline.order() > 100) {
            problems.add(where, "its spline needs a point at least, and an order of 0 to 100");
            return NONE;
        }
        for (int i = 1; i < spline.points().size(); i++) {
            double before = spline.points().get(i - 1).raw();
            double raw = spline.points().get(i).raw();
            if (!(before < raw) && spline.order() > 0) {
                problems.add(where, "its spline has two points for the raw value " + raw);
                return NONE;
            }
        }
        return new SplineFunction(spline);
    }

    private Optional<NumberFunction> parameter(ParameterRef ref, ParameterRef self, String where) {
        if (ref.ref().equals(self.ref()) && ref.path().equals(self.path())) {
            return Optional.of((raw, values, slot) -> raw);
        }
        return criteria.operands()
                .number(ref, "part of a calculation", where)
                .map(DerivationPlanner::value);
    }

    private static NumberFunction value(Operand operand) {
        return (raw, values, slot) -> {
            int other = values.lastSlot[operand.reference()];
            if (other < 0) {
                values.takeBack(slot);
                throw Failures.missing(values, operand.name());
            }
            return operand.calibrated()
                    ? values.value[other]
                    : PlainNumber.rawNumber(values, other);
        };
    }
}
