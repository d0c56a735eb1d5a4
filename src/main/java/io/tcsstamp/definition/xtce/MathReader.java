package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibrator.MathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads calculations in reverse Polish notation. XTCE: MathOperationCalibratorType. */
final class MathReader {
    private static final Set<String> UNARY =
            Set.of(
                    "ln", "log", "e^x", "1/x", "x!", "tan", "cos", "sin", "atan", "acos", "asin",
                    "tanh", "cosh", "sinh", "atanh", "acosh", "asinh", "!", "abs", "int", "~");
    private static final Set<String> BINARY =
            Set.of(
                    "+", "-", "*", "/", "%", "^", "y^x", "atan2", "<<", ">>", "&", "|", "&&", "||",
                    "div", ">", ">=", "<", "<=", "==", "!=", "min", "max", "xor");

    private MathReader() {}

    /** The steps of a calculation, which leaves one value. */
    static List<MathStep> read(Scope scope, Element owner) {
        List<MathStep> steps = new ArrayList<>();
        int depth = 0;
        boolean known = true;
        for (Element at : owner.all()) {
            MathStep step = step(scope, at);
            if (step == null) {
                known = false;
                continue;
            }
            if (step instanceof MathStep.Apply apply) {
                int needs = needs(apply.operator());
                if (known && depth < needs) {
                    scope.invalid(
                            at,
                            apply.operator() + " needs " + needs + " values, there are " + depth);
                    known = false;
                }
                depth += change(apply.operator());
            } else {
                depth++;
            }
            steps.add(step);
        }
        if (known && depth != 1) {
            scope.invalid(owner, "the calculation leaves " + depth + " values, not one");
        }
        return steps;
    }

    private static MathStep step(Scope scope, Element at) {
        return switch (at.name()) {
            case "ValueOperand" ->
                    new MathStep.Push(scope.real(at.use(), "ValueOperand", at.text()));
            case "ThisParameterOperand" -> {
                at.use().text();
                yield new MathStep.PushRaw();
            }
            case "ParameterInstanceRefOperand" ->
                    new MathStep.PushParameter(scope.references().instance(at.use()));
            case "Operator" -> operator(scope, at.use());
            default -> null;
        };
    }

    private static MathStep operator(Scope scope, Element at) {
        String operator = at.text().strip();
        if (needs(operator) == 0) {
            scope.invalid(at, "there is no operator " + Scope.quoted(operator));
            return null;
        }
        return new MathStep.Apply(operator);
    }

    private static int needs(String operator) {
        return switch (operator) {
            case "swap", "over" -> 2;
            case "drop", "dup" -> 1;
            default -> BINARY.contains(operator) ? 2 : UNARY.contains(operator) ? 1 : 0;
        };
    }

    private static int change(String operator) {
        return switch (operator) {
            case "swap" -> 0;
            case "dup", "over" -> 1;
            case "drop" -> -1;
            default -> 1 - needs(operator);
        };
    }
}
