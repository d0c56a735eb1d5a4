package io.tcsstamp.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Types in words, each on a line with its labels, calibration and limits below.
 *
 * <p>Not thread-safe.
 */
final class TypeWording {
    private static final String DEEP = "    ";

    private final Wording wording;
    private final StringBuilder out;

    TypeWording(Wording wording, StringBuilder out) {
        this.wording = wording;
        this.out = out;
    }

    void type(ParameterType type) {
        out.append("  ").append(wording.type(type.qualifiedName())).append(": ");
        out.append(wording.brief(type));
        wording.units(out, type.common().units());
        wording.description(out, type.common().description());
        out.append('\n');
        if (type instanceof ParameterType.Scalar scalar) {
            calibration(scalar.encoding());
        }
        if (type instanceof ParameterType.OfInteger t) {
            t.validRange().ifPresent(this::validRange);
            alarms(t.alarms());
        } else if (type instanceof ParameterType.OfFloat t) {
            t.validRange().ifPresent(this::validRange);
            alarms(t.alarms());
        } else if (type instanceof ParameterType.OfEnumeration t) {
            t.labels().forEach(this::label);
            alarms(t.alarms());
        } else if (type instanceof ParameterType.OfBoolean t) {
            line("one " + Wording.quoted(t.one()) + ", zero " + Wording.quoted(t.zero()));
        } else if (type instanceof ParameterType.OfTime t) {
            time(t);
        }
    }

    private void line(String text) {
        out.append(DEEP).append(text).append('\n');
    }

    private void label(ParameterType.Label label) {
        line(
                label.value()
                        + label.maxValue().map(m -> " to " + m).orElse("")
                        + ": "
                        + Wording.quoted(label.label()));
    }

    private void time(ParameterType.OfTime time) {
        String text = "in " + Wording.words(time.unit());
        text += time.epoch().map(e -> " since " + epoch(e)).orElse("");
        line(text + time.offsetFrom().map(o -> " after " + wording.parameter(o)).orElse(""));
    }

    private static String epoch(Epoch epoch) {
        return epoch instanceof Epoch.At at ? at.instant().toString() : epoch.toString();
    }

    private void calibration(DataEncoding encoding) {
        Calibration calibration = Calibration.NONE;
        if (encoding instanceof DataEncoding.OfInteger e) {
            calibration = e.calibration();
        } else if (encoding instanceof DataEncoding.OfFloat e) {
            calibration = e.calibration();
        }
        for (Calibration.Context context : calibration.contexts()) {
            line(
                    "if "
                            + wording.criteria(context.criteria())
                            + ": "
                            + calibrator(context.calibrator()));
        }
        calibration.byDefault().ifPresent(c -> line("calibrated: " + calibrator(c)));
    }

    private String calibrator(Calibrator calibrator) {
        if (calibrator instanceof Calibrator.Polynomial p) {
            Formula formula = new Formula();
            p.terms().forEach(t -> formula.add(t.coefficient(), power(t.exponent())));
            return formula.toString();
        }
        if (calibrator instanceof Calibrator.Spline s) {
            return "spline of order "
                    + s.order()
                    + (s.extrapolate() ? ", extrapolated" : "")
                    + s.points().stream()
                            .map(
                                    p ->
                                            Formula.number(p.raw())
                                                    + " -> "
                                                    + Formula.number(p.calibrated()))
                            .collect(Collectors.joining(", ", ": ", ""));
        }
        return ((Calibrator.MathOperation) calibrator)
                .steps().stream().map(this::step).collect(Collectors.joining(" "));
    }

    private static String power(int exponent) {
        return switch (exponent) {
            case 0 -> "";
            case 1 -> "x";
            default -> "x^" + exponent;
        };
    }

    private String step(Calibrator.MathStep step) {
        if (step instanceof Calibrator.MathStep.Push push) {
            return Formula.number(push.value());
        }
        if (step instanceof Calibrator.MathStep.PushParameter push) {
            return wording.parameter(push.ref());
        }
        return step instanceof Calibrator.MathStep.Apply apply ? apply.operator() : "x";
    }

    private void validRange(ValidRange valid) {
        line("valid: " + range(valid.range()) + (valid.calibrated() ? "" : " (raw)"));
    }

    private static String range(Range range) {
        return (range.minExclusive() ? "]" : "[")
                + Formula.number(range.min())
                + ", "
                + Formula.number(range.max())
                + (range.maxExclusive() ? "[" : "]");
    }

    private void alarms(Alarms alarms) {
        alarms.contexts()
                .forEach(
                        c ->
                                line(
                                        "if "
                                                + wording.criteria(c.criteria())
                                                + ": "
                                                + alarm(c.alarm())));
        alarms.byDefault().ifPresent(a -> line("limits: " + alarm(a)));
    }

    private static String alarm(Alarms.Alarm alarm) {
        List<String> parts = new java.util.ArrayList<>();
        for (Alarms.OfRange r : alarm.ranges()) {
            parts.add(
                    Wording.words(r.level())
                            + (r.inside() ? " inside " : " outside ")
                            + range(r.range()));
        }
        for (Alarms.OfLabel l : alarm.labels()) {
            parts.add(Wording.words(l.level()) + " at " + Wording.quoted(l.label()));
        }
        if (alarm.defaultLevel() != Alarms.Level.NORMAL) {
            parts.add("else " + Wording.words(alarm.defaultLevel()));
        }
        if (alarm.minViolations() != 1) {
            parts.add("after " + alarm.minViolations() + " samples");
        }
        return String.join(", ", parts);
    }
}
