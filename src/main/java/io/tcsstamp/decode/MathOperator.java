package io.tcsstamp.decode;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The operators of XTCE's MathOperatorsType that take one or two numbers and give one; truth is 1
 * and 0, bits are those of the integer part.
 */
final class MathOperator {
    private static final int MAX_FACTORIAL = 170;
    private static final double[] FACTORIALS = factorials();

    /** Those of one number. */
    static final Map<String, DoubleUnaryOperator> UNARY =
            Map.ofEntries(
                    Map.entry("ln", Math::log),
                    Map.entry("log", Math::log10),
                    Map.entry("e^x", Math::exp),
                    Map.entry("1/x", x -> 1 / x),
                    Map.entry("x!", MathOperator::factorial),
                    Map.entry("tan", Math::tan),
                    Map.entry("cos", Math::cos),
                    Map.entry("sin", Math::sin),
                    Map.entry("atan", Math::atan),
                    Map.entry("acos", Math::acos),
                    Map.entry("asin", Math::asin),
                    Map.entry("tanh", Math::tanh),
                    Map.entry("cosh", Math::cosh),
                    Map.entry("sinh", Math::sinh),
                    Map.entry("atanh", x -> (Math.log1p(x) - Math.log1p(-x)) / 2),
                    Map.entry("acosh", x -> Math.log(x + Math.sqrt(x - 1) * Math.sqrt(x + 1))),
                    Map.entry("asinh", MathOperator::asinh),
                    Map.entry("abs", Math::abs),
                    Map.entry("int", x -> x < 0 ? Math.ceil(x) : Math.floor(x)),
                    Map.entry("!", x -> truth(x == 0)),
                    Map.entry("~", x -> ~(long) x));

    /** Those of two numbers, the one pushed first is the left one. */
    static final Map<String, DoubleBinaryOperator> BINARY =
            Map.ofEntries(
                    Map.entry("+", (a, b) -> a + b),
                    Map.entry("-", (a, b) -> a - b),
                    Map.entry("*", (a, b) -> a * b),
                    Map.entry("/", (a, b) -> a / b),
                    Map.entry("%", (a, b) -> a % b),
                    Map.entry("^", Math::pow),
                    Map.entry("y^x", (a, b) -> Math.pow(b, a)),
                    Map.entry("atan2", (a, b) -> Math.atan2(b, a)),
                    Map.entry("<<", (a, b) -> shift((long) a, (long) b)),
                    Map.entry(">>", (a, b) -> shift((long) a, -(long) b)),
                    Map.entry("&", (a, b) -> (long) a & (long) b),
                    Map.entry("|", (a, b) -> (long) a | (long) b),
                    Map.entry("xor", (a, b) -> (long) a ^ (long) b),
                    Map.entry("&&", (a, b) -> truth(a != 0 && b != 0)),
                    Map.entry("||", (a, b) -> truth(a != 0 || b != 0)),
                    Map.entry("div", MathOperator::quotient),
                    Map.entry(">", (a, b) -> truth(a > b)),
                    Map.entry(">=", (a, b) -> truth(a >= b)),
                    Map.entry("<", (a, b) -> truth(a < b)),
                    Map.entry("<=", (a, b) -> truth(a <= b)),
                    Map.entry("==", (a, b) -> truth(a == b)),
                    Map.entry("!=", (a, b) -> truth(a != b)),
                    Map.entry("min", Math::min),
                    Map.entry("max", Math::max));

    private MathOperator() {}

    private static double[] factorials() {
        double[] factorials = new double[MAX_FACTORIAL + 1];
        factorials[0] = 1;
        for (int i = 1; i <= MAX_FACTORIAL; i++) {
            factorials[i] = factorials[i - 1] * i;
        }
        return factorials;
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static double asinh(double x) {
        double magnitude = Math.abs(x);
        return Math.copySign(Math.log(magnitude + Math.hypot(magnitude, 1)), x);
    }

    /** NaN for what is no natural number, infinity from 171 on. */
    private static double factorial(double x) {
        if (x < 0 || x != Math.rint(x)) {
            return Double.NaN;
        }
        if (x > MAX_FACTORIAL) {
            return Double.POSITIVE_INFINITY;
        }
        return FACTORIALS[(int) x];
    }

    private static long shift(long bits, long left) {
        if (left >= 64) {
            return 0;
        }
        if (left <= -64) {
            return bits < 0 ? -1 : 0;
        }
        return left >= 0 ? bits << left : bits >> -left;
    }

    /** Euclid's: the remainder is never negative. */
    private static double quotient(double a, double b) {
        return b > 0 ? Math.floor(a / b) : Math.ceil(a / b);
    }
}
