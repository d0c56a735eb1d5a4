package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;

/**
 * Makes a derived value of a raw one. XTCE: CalibratorType.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Calibrator {
    /**
     * A sum of terms, added in order. XTCE: PolynomialCalibrator.
     *
     * @param terms may be empty: then the value is 0
     */
    record Polynomial(List<Term> terms) implements Calibrator {
        /** Creates a polynomial. */
        public Polynomial {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A term of a {@link Polynomial}: {@code coefficient * raw ^ exponent}.
     *
     * @param coefficient the factor
     * @param exponent the power, negative ones too
     */
    record Term(double coefficient, int exponent) {}

    /**
     * Points that are joined. XTCE: SplineCalibrator.
     *
     * @param order 0: steps down to the next lower point; 1: straight lines; higher: the
     *     interpolating polynomial through order + 1 neighbouring points
     * @param extrapolate true: the ends go on (order 0: the nearest point; 1: the line of the last
     *     segment); false: a raw value outside is an error of the packet
     * @param points in the order of their raw values, at least one
     */
    record Spline(int order, boolean extrapolate, List<Point> points) implements Calibrator {
        /** Creates a spline. */
        public Spline {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a {@link Spline}.
     *
     * @param raw the raw value
     * @param calibrated the derived value there
     */
    record Point(double raw, double calibrated) {}

    /**
     * A calculation in reverse Polish notation. XTCE: MathOperationCalibrator.
     *
     * @param steps in order; leaves exactly one value
     */
    record MathOperation(List<MathStep> steps) implements Calibrator {
        /** Creates a calculation. */
        public MathOperation {
            steps = List.copyOf(steps);
        }
    }

    /** A step of a {@link MathOperation}. */
    sealed interface MathStep {
        /**
         * Puts a constant on the stack.
         *
         * @param value any
         */
        record Push(double value) implements MathStep {}

        /** Puts the raw value that is calibrated on the stack. XTCE: ThisParameterOperand. */
        record PushRaw() implements MathStep {}

        /**
         * Puts the value of a parameter on the stack.
         *
         * @param ref which
         */
        record PushParameter(ParameterRef ref) implements MathStep {
            /** Creates a step. */
            public PushParameter {
                Objects.requireNonNull(ref, "ref");
            }
        }

        /**
         * Takes operands from the stack and puts the result there.
         *
         * @param operator as XTCE writes it: {@code +}, {@code sin}, {@code swap}, ...
         */
        record Apply(String operator) implements MathStep {
            /** Creates a step. */
            public Apply {
                Objects.requireNonNull(operator, "operator");
            }
        }
    }
}
