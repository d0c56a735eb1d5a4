package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibrator;
import java.util.List;

/** A sum of terms, added in order from 0.0. */
final class PolynomialFunction implements NumberFunction {
    private final double[] coefficients;
    private final int[] exponents;

    PolynomialFunction(List<Calibrator.Term> terms) {
        coefficients = terms.stream().mapToDouble(Calibrator.Term::coefficient).toArray();
        exponents = terms.stream().mapToInt(Calibrator.Term::exponent).toArray();
    }

    int size() {
        return coefficients.length;
    }

    double coefficient(int term) {
        return coefficients[term];
    }

    int exponent(int term) {
        return exponents[term];
    }

    @Override
    public double apply(double raw, PacketValues values, int slot) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * power(raw, exponents[i]);
        }
        return sum;
    }

    /** A power as polynomials use it; x to the 0 is 1 for every x. */
    static double power(double x, int exponent) {
        return switch (exponent) {
            case 0 -> 1;
            case 1 -> x;
            case 2 -> x * x;
            case 3 -> x * x * x;
            default -> Math.pow(x, exponent);
        };
    }
}
