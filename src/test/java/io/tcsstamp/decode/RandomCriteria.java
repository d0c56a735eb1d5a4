package io.tcsstamp.decode;

import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Conditions, and integers that depend on a packet, over the values of a random definition. */
final class RandomCriteria {
    private final Random random;
    private final List<Referable> values;

    /**
     * Creates a source of them.
     *
     * @param values what they may refer to; may grow
     */
    RandomCriteria(Random random, List<Referable> values) {
        this.random = random;
        this.values = values;
    }

    /** True where there is something to refer to. */
    boolean possible() {
        return !values.isEmpty();
    }

    /** A condition; where there is nothing to refer to, one that always holds. */
    MatchCriteria next() {
        return next(2);
    }

    private MatchCriteria next(int depth) {
        if (values.isEmpty()) {
            return MatchCriteria.ALWAYS;
        }
        switch (depth == 0 ? random.nextInt(6) : random.nextInt(9)) {
            case 0, 1, 2, 3, 4:
                return comparison(pick());
            case 5:
                return relation();
            case 6, 7:
                return new MatchCriteria.And(some(depth));
            default:
                return new MatchCriteria.Or(some(depth));
        }
    }

    private List<MatchCriteria> some(int depth) {
        List<MatchCriteria> some = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            some.add(next(depth - 1));
        }
        return some;
    }

    private Referable pick() {
        // what came last is as likely as all before together
        return random.nextBoolean()
                ? values.get(values.size() - 1)
                : values.get(random.nextInt(values.size()));
    }

    private MatchCriteria relation() {
        List<Referable> numbers = values.stream().filter(RandomCriteria::isNumber).toList();
        if (numbers.isEmpty()) {
            return comparison(pick());
        }
        return new MatchCriteria.Relation(
                number(numbers).as(random.nextBoolean()),
                operator(),
                number(numbers).as(random.nextBoolean()));
    }

    private Referable number(List<Referable> numbers) {
        return numbers.get(random.nextInt(numbers.size()));
    }

    /** A comparison of a value with a literal that suits it. */
    MatchCriteria comparison(Referable value) {
        boolean calibrated = random.nextBoolean();
        return new MatchCriteria.Comparison(
                value.as(calibrated), operator(), literal(value.type(), calibrated));
    }

    private Operator operator() {
        return Operator.values()[random.nextInt(Operator.values().length)];
    }

    private String literal(ParameterType.Scalar type, boolean calibrated) {
        if (calibrated && type instanceof ParameterType.OfEnumeration labels) {
            return labels.labels().get(random.nextInt(labels.labels().size())).label();
        }
        if (calibrated && type instanceof ParameterType.OfBoolean) {
            return List.of("true", "false", "1", "0").get(random.nextInt(4));
        }
        RawKind kind = Encodings.rawKind(type.encoding());
        return switch (kind) {
            case SIGNED, WIDE -> Integer.toString(random.nextInt(40) - 20);
            case UNSIGNED ->
                    random.nextBoolean() ? "0x" + random.nextInt(10) : "" + random.nextInt(9);
            case FLOAT ->
                    random.nextBoolean() ? random.nextInt(9) + ".5" : "1e" + random.nextInt(9);
            case TEXT -> List.of("", "A", "AB", "0").get(random.nextInt(4));
            case BYTES -> List.of("", "00", "4142").get(random.nextInt(3));
        };
    }

    /** True for what can be compared with any other number. */
    static boolean isNumber(Referable value) {
        RawKind kind = Encodings.rawKind(value.type().encoding());
        return kind != RawKind.TEXT
                && kind != RawKind.BYTES
                && !(value.type() instanceof ParameterType.OfEnumeration);
    }

    /**
     * An integer of 0 to a bound as a rule, in steps; sometimes it depends on the packet.
     *
     * @param step what it is a multiple of
     */
    IntegerValue integer(int bound, int step) {
        List<Referable> sizes = values.stream().filter(RandomCriteria::isSize).toList();
        int fixed = random.nextInt(bound + 1) * step;
        if (sizes.isEmpty() || random.nextInt(3) == 0) {
            return new IntegerValue.Fixed(fixed);
        }
        if (random.nextInt(4) == 0) {
            List<IntegerValue.Row> rows = new ArrayList<>();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                rows.add(new IntegerValue.Row((long) random.nextInt(bound + 1) * step, next(1)));
            }
            return new IntegerValue.Lookup(
                    rows, random.nextInt(4) > 0 ? Optional.of((long) fixed) : Optional.empty());
        }
        double intercept = random.nextInt(8) == 0 ? -step : random.nextInt(2) * step;
        return new IntegerValue.Dynamic(
                sizes.get(random.nextInt(sizes.size())).as(false), step, intercept);
    }

    /** A time to add another one to. */
    Optional<ParameterRef> time() {
        return values.stream()
                .filter(value -> value.type() instanceof ParameterType.OfTime)
                .findFirst()
                .map(value -> value.as(true));
    }

    private static boolean isSize(Referable value) {
        return Encodings.rawKind(value.type().encoding()) == RawKind.UNSIGNED
                && value.type().encoding().fixedSizeInBits().orElse(99L) <= 4;
    }
}
