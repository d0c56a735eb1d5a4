package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.MathStep;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.Unit;
import io.tcsstamp.definition.ValidRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Parts of {@link RandomDefinition}. */
final class RandomParts {
    private static final String[] PIECES = {
        "a",
        "B",
        " ",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "\n",
        "\r\n",
        "\t",
        "é",
        "\ud83d\ude00",
        "]]>",
        "0",
        "&amp;",
        "--"
    };

    private final Random random;
    private List<String> parameters = List.of();

    RandomParts(Random random) {
        this.random = random;
    }

    void use(List<String> parameters) {
        this.parameters = parameters;
    }

    private boolean rarely() {
        return random.nextInt(4) == 0;
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return rarely() ? Optional.of(one.get()) : Optional.empty();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(int least, Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    String text() {
        return String.join("", some(1, () -> one(PIECES)));
    }

    private double number() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(20) - 10;
            case 1 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
            case 2 -> -0.0;
            case 3 -> random.nextGaussian() * 1e20;
            default -> random.nextGaussian();
        };
    }

    Description description() {
        return rarely()
                ? new Description(
                        random.nextBoolean() ? "" : text(),
                        random.nextBoolean() ? "" : "x" + text())
                : Description.NONE;
    }

    List<Unit> units() {
        return rarely()
                ? some(
                        0,
                        () ->
                                new Unit(
                                        text().strip(),
                                        rarely() ? number() : 1,
                                        rarely() ? "x" + text() : "",
                                        rarely() ? text() : ""))
                : List.of();
    }

    ParameterRef ref() {
        return new ParameterRef(
                parameters.get(random.nextInt(parameters.size())), random.nextBoolean());
    }

    MatchCriteria criteria() {
        return rarely() ? MatchCriteria.ALWAYS : criteria(3, random.nextBoolean());
    }

    private MatchCriteria criteria(int depth, boolean and) {
        if (depth == 0 || random.nextBoolean()) {
            MatchCriteria.Operator operator = one(MatchCriteria.Operator.values());
            return random.nextBoolean()
                    ? new MatchCriteria.Comparison(ref(), operator, text())
                    : new MatchCriteria.Relation(ref(), operator, ref());
        }
        List<MatchCriteria> list = some(2, () -> criteria(depth - 1, !and));
        return and ? Criteria.all(list) : Criteria.any(list);
    }

    IntegerValue integer(long min) {
        return switch (random.nextInt(4)) {
            case 0 -> new IntegerValue.Dynamic(ref(), number(), number());
            case 1 ->
                    new IntegerValue.Lookup(
                            some(
                                    1,
                                    () ->
                                            new IntegerValue.Row(
                                                    min + random.nextInt(100), criteria())),
                            Optional.empty());
            default -> new IntegerValue.Fixed(min + random.nextInt(100));
        };
    }

    Dimension dimension() {
        return new Dimension(integer(0), integer(-1));
    }

    List<Dimension> dimensions() {
        return some(1, this::dimension);
    }

    DataEncoding encoding() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> {
                IntegerKind kind = one(IntegerKind.values());
                int bits = 1 + random.nextInt(40);
                yield new DataEncoding.OfInteger(
                        kind == IntegerKind.BCD
                                ? 8 * bits
                                : kind == IntegerKind.PACKED_BCD ? 4 * bits : bits,
                        kind,
                        one(ByteOrder.values()),
                        one(BitOrder.values()),
                        calibration());
            }
            case 2 -> {
                DataEncoding.FloatKind kind = one(DataEncoding.FloatKind.values());
                Integer[] sizes =
                        kind == DataEncoding.FloatKind.IEEE754
                                ? new Integer[] {16, 32, 64, 80, 128}
                                : new Integer[] {32, 48};
                yield new DataEncoding.OfFloat(
                        one(sizes),
                        kind,
                        one(ByteOrder.values()),
                        one(BitOrder.values()),
                        calibration());
            }
            case 3 -> new DataEncoding.OfBinary(integer(0));
            default ->
                    new DataEncoding.OfString(
                            one(new String[] {"UTF-8", "windows-1252", "US-ASCII"}),
                            one(ByteOrder.values()),
                            integer(1),
                            extent());
        };
    }

    private TextExtent extent() {
        return switch (random.nextInt(3)) {
            case 0 -> new TextExtent.Leading(1 + random.nextInt(64));
            case 1 -> new TextExtent.Terminated(String.format("%04x", random.nextInt(0x10000)));
            default -> new TextExtent.Whole();
        };
    }

    private Calibration calibration() {
        return rarely()
                ? new Calibration(
                        maybe(this::calibrator),
                        some(0, () -> new Calibration.Context(criteria(), calibrator())))
                : Calibration.NONE;
    }

    private Calibrator calibrator() {
        switch (random.nextInt(3)) {
            case 0:
                return new Calibrator.Polynomial(
                        some(0, () -> new Calibrator.Term(number(), random.nextInt(5) - 1)));
            case 1:
                List<Calibrator.Point> points = new ArrayList<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    points.add(new Calibrator.Point(-i * 1.5, number()));
                }
                return new Calibrator.Spline(
                        random.nextInt(Math.max(2, points.size())), random.nextBoolean(), points);
            default:
                List<MathStep> steps = new ArrayList<>(List.of(new MathStep.PushRaw()));
                for (int i = random.nextInt(4); i > 0; i--) {
                    steps.add(
                            random.nextBoolean()
                                    ? new MathStep.Push(number())
                                    : new MathStep.PushParameter(ref()));
                    steps.add(new MathStep.Apply(one(new String[] {"+", "<<", "y^x", "&&"})));
                }
                steps.add(new MathStep.Apply("abs"));
                return new Calibrator.MathOperation(steps);
        }
    }

    private Range range() {
        double a = number();
        double b = number();
        return new Range(
                rarely() ? Double.NEGATIVE_INFINITY : Math.min(a, b),
                rarely(),
                rarely() ? Double.POSITIVE_INFINITY : Math.max(a, b),
                rarely());
    }

    Optional<ValidRange> validRange() {
        return maybe(() -> new ValidRange(range(), random.nextBoolean()));
    }

    Alarms alarms(boolean numeric) {
        return rarely()
                ? new Alarms(
                        maybe(() -> alarm(numeric)),
                        some(0, () -> new Alarms.Context(criteria(), alarm(numeric))))
                : Alarms.NONE;
    }

    private Alarms.Alarm alarm(boolean numeric) {
        Alarms.Level[] levels = Alarms.Level.values();
        return new Alarms.Alarm(
                numeric
                        ? some(
                                0,
                                () ->
                                        new Alarms.OfRange(
                                                one(levels), range(), random.nextBoolean()))
                        : List.of(),
                numeric ? List.of() : some(0, () -> new Alarms.OfLabel(one(levels), text())),
                numeric ? Alarms.Level.NORMAL : one(levels),
                1 + random.nextInt(3));
    }

    Entry.Placement placement(boolean last) {
        Entry.Reference[] references = Entry.Reference.values();
        return new Entry.Placement(
                maybe(
                        () ->
                                new Entry.Location(
                                        last ? Entry.Reference.PREVIOUS_ENTRY : one(references),
                                        integer(-50))),
                maybe(() -> new Entry.Repeat(integer(0), maybe(() -> integer(-5)))),
                maybe(this::criteria));
    }
}
