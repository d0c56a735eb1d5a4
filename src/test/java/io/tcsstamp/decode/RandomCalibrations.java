package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.MathStep;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Calibrators of every kind. */
final class RandomCalibrations {
    private static final List<String> UNARY =
            MathOperator.UNARY.keySet().stream().sorted().toList();
    private static final List<String> BINARY =
            MathOperator.BINARY.keySet().stream().sorted().toList();

    private final Random random;
    private final RandomCriteria criteria;

    RandomCalibrations(Random random, RandomCriteria criteria) {
        this.random = random;
        this.criteria = criteria;
    }

    /** An unsigned integer without anything. */
    static DataEncoding.OfInteger plain(int width) {
        return new DataEncoding.OfInteger(
                width,
                IntegerKind.UNSIGNED,
                ByteOrder.MOST_SIGNIFICANT_FIRST,
                BitOrder.MOST_SIGNIFICANT_FIRST,
                Calibration.NONE);
    }

    /**
     * A calibration, often none.
     *
     * @param self the qualified name of a parameter that may refer to itself; of a type for none
     */
    Calibration next(String self) {
        if (random.nextInt(2) == 0) {
            return Calibration.NONE;
        }
        Optional<Calibrator> byDefault =
                random.nextInt(3) > 0 ? Optional.of(calibrator()) : Optional.empty();
        List<Calibration.Context> contexts = new ArrayList<>();
        if (criteria.possible() && random.nextInt(3) == 0) {
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                contexts.add(new Calibration.Context(condition(self), calibrator()));
            }
        }
        return new Calibration(byDefault, contexts);
    }

    private MatchCriteria condition(String self) {
        boolean itself = self.startsWith("/R/P") && random.nextInt(3) == 0;
        return itself
                ? new MatchCriteria.Comparison(
                        new ParameterRef(self, random.nextBoolean()), Operator.GT, "7")
                : criteria.next();
    }

    private Calibrator calibrator() {
        switch (random.nextInt(4)) {
            case 0:
                return new Calibrator.Spline(random.nextInt(4), random.nextInt(4) > 0, points());
            case 1:
                return new Calibrator.MathOperation(math());
            default:
                return new Calibrator.Polynomial(terms());
        }
    }

    private List<Calibrator.Term> terms() {
        List<Calibrator.Term> terms = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            terms.add(new Calibrator.Term(random.nextGaussian(), random.nextInt(7) - 1));
        }
        return terms;
    }

    private List<Calibrator.Point> points() {
        List<Calibrator.Point> points = new ArrayList<>();
        double raw = random.nextInt(10) - 5;
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            points.add(new Calibrator.Point(raw, random.nextGaussian()));
            raw += 1 + random.nextInt(100);
        }
        return points;
    }

    private List<MathStep> math() {
        List<MathStep> steps = new ArrayList<>();
        steps.add(new MathStep.PushRaw());
        for (int n = random.nextInt(5); n > 0; n--) {
            switch (random.nextInt(4)) {
                case 0 -> steps.add(new MathStep.Apply(UNARY.get(random.nextInt(UNARY.size()))));
                case 1 -> {
                    steps.add(new MathStep.Apply("dup"));
                    steps.add(new MathStep.Apply("swap"));
                    steps.add(new MathStep.Apply("over"));
                    steps.add(new MathStep.Apply("drop"));
                    steps.add(new MathStep.Apply(BINARY.get(random.nextInt(BINARY.size()))));
                }
                default -> {
                    steps.add(new MathStep.Push(random.nextInt(9)));
                    steps.add(new MathStep.Apply(BINARY.get(random.nextInt(BINARY.size()))));
                }
            }
        }
        return steps;
    }
}
