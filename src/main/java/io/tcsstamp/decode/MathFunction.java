package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibrator.MathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A calculation in reverse Polish notation, made into a tree of functions: so nothing is allocated
 * for a stack. XTCE: MathOperationCalibrator.
 */
final class MathFunction {
    private static final int MOST_STEPS = 1000;

    private final Function<MathStep.PushParameter, Optional<NumberFunction>> parameters;
    private final List<NumberFunction> stack = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    private MathFunction(Function<MathStep.PushParameter, Optional<NumberFunction>> parameters) {
        this.parameters = parameters;
    }

    /**
     * The function of steps.
     *
     * @param parameters what a parameter's value is; empty when a problem was noted
     * @throws IllegalArgumentException saying what is wrong with the steps
     */
    static Optional<NumberFunction> of(
            List<MathStep> steps,
            Function<MathStep.PushParameter, Optional<NumberFunction>> parameters) {
        MathFunction building = new MathFunction(parameters);
        for (MathStep step : steps) {
            if (!building.add(step)) {
                return Optional.empty();
            }
        }
        if (building.stack.size() != 1) {
            throw new IllegalArgumentException(
                    "it leaves %d values on the stack, one is wanted"
                            .formatted(building.stack.size()));
        }
        return Optional.of(building.stack.get(0));
    }

    /** How many operations the function of steps does; 0 where there is none. */
    static int work(List<MathStep> steps) {
        MathFunction building = new MathFunction(push -> Optional.of((raw, values, slot) -> raw));
        try {
            steps.forEach(building::add);
        } catch (IllegalArgumentException e) {
            return 0;
        }
        return building.sizes.isEmpty() ? 0 : building.sizes.get(0);
    }

    private boolean add(MathStep step) {
        if (step instanceof MathStep.Push push) {
            double constant = push.value();
            push((raw, values, slot) -> constant, 1);
        } else if (step instanceof MathStep.PushRaw) {
            push((raw, values, slot) -> raw, 1);
        } else if (step instanceof MathStep.PushParameter parameter) {
            Optional<NumberFunction> function = parameters.apply(parameter);
            function.ifPresent(f -> push(f, 1));
            return function.isPresent();
        } else {
            apply(((MathStep.Apply) step).operator());
        }
        return true;
    }

    private void push(NumberFunction function, int size) {
        if (size > MOST_STEPS || stack.size() > MOST_STEPS) {
            throw new IllegalArgumentException("it has over %d operations".formatted(MOST_STEPS));
        }
        stack.add(function);
        sizes.add(size);
    }

    private int top(int below) {
        if (stack.size() <= below) {
            throw new IllegalArgumentException("an operator finds too few values on the stack");
        }
        return stack.size() - 1 - below;
    }

    private NumberFunction pop() {
        sizes.remove(sizes.size() - 1);
        return stack.remove(stack.size() - 1);
    }

    private void apply(String operator) {
        DoubleUnaryOperator unary = MathOperator.UNARY.get(operator);
        DoubleBinaryOperator binary = MathOperator.BINARY.get(operator);
        if (unary != null) {
            int size = sizes.get(top(0)) + 1;
            NumberFunction x = pop();
            push((raw, values, slot) -> unary.applyAsDouble(x.apply(raw, values, slot)), size);
        } else if (binary != null) {
            int size = sizes.get(top(1)) + sizes.get(top(0)) + 1;
            NumberFunction right = pop();
            NumberFunction left = pop();
            push(
                    (raw, values, slot) ->
                            binary.applyAsDouble(
                                    left.apply(raw, values, slot), right.apply(raw, values, slot)),
                    size);
        } else {
            move(operator);
        }
    }

    private void move(String operator) {
        switch (operator) {
            case "swap" -> {
                stack.add(stack.remove(top(1)));
                sizes.add(sizes.remove(sizes.size() - 2));
            }
            case "drop" -> {
                top(0);
                pop();
            }
            case "dup" -> push(stack.get(top(0)), sizes.get(top(0)));
            case "over" -> push(stack.get(top(1)), sizes.get(top(1)));
            default ->
                    throw new IllegalArgumentException(
                            "it has the operator %s, which is not known".formatted(operator));
        }
    }
}
