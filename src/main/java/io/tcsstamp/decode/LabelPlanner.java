package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labels of enumerations made into tables. */
final class LabelPlanner {
    private final PlanProblems problems;

    LabelPlanner(PlanProblems problems) {
        this.problems = problems;
    }

    /** The derivation of labels, null when a problem was noted. */
    Derivation plan(ParameterType.OfEnumeration type) {
        DataEncoding encoding = type.encoding();
        return switch (Encodings.rawKind(encoding)) {
            case SIGNED, UNSIGNED -> integers(type, Encodings.rawKind(encoding));
            case WIDE -> wide(type);
            case FLOAT -> floats(type);
            case TEXT -> texts(type, (DataEncoding.OfString) encoding);
            case BYTES -> {
                problems.add(
                        type.qualifiedName(),
                        "an enumeration cannot have a binary encoding: use an integer or a string"
                                + " encoding");
                yield null;
            }
        };
    }

    private Derivation integers(ParameterType.OfEnumeration type, RawKind kind) {
        boolean unsigned = kind == RawKind.UNSIGNED;
        List<BigInteger[]> ranges = ranges(type);
        LabelRanges sweep = new LabelRanges(unsigned);
        for (int i = 0; i < ranges.size(); i++) {
            sweep.add(ranges.get(i)[0], ranges.get(i)[1], i);
        }
        return sweep.table();
    }

    private Derivation wide(ParameterType.OfEnumeration type) {
        return new WideLabels(ranges(type));
    }

    private List<BigInteger[]> ranges(ParameterType.OfEnumeration type) {
        List<BigInteger[]> ranges = new ArrayList<>();
        for (ParameterType.Label label : type.labels()) {
            Optional<BigInteger> first = Literals.integer(label.value());
            Optional<BigInteger> last = label.maxValue().map(Literals::integer).orElse(first);
            if (first.isEmpty() || last.isEmpty()) {
                problems.add(
                        type.qualifiedName(),
                        "the value %s%s of label %s is no integer, as the encoding has"
                                .formatted(
                                        label.value(),
                                        label.maxValue().map(m -> " to " + m).orElse(""),
                                        label.label()));
            }
            ranges.add(
                    new BigInteger[] {first.orElse(BigInteger.ZERO), last.orElse(BigInteger.ZERO)});
        }
        return ranges;
    }

    private Derivation floats(ParameterType.OfEnumeration type) {
        int n = type.labels().size();
        double[] first = new double[n];
        double[] last = new double[n];
        for (int i = 0; i < n; i++) {
            ParameterType.Label label = type.labels().get(i);
            Optional<Double> from = Literals.number(label.value());
            Optional<Double> to = label.maxValue().map(Literals::number).orElse(from);
            if (from.isEmpty() || to.isEmpty()) {
                problems.add(
                        type.qualifiedName(),
                        "the value %s of label %s is no number, as the encoding has"
                                .formatted(label.value(), label.label()));
            }
            first[i] = from.orElse(0.0);
            last[i] = to.orElse(0.0);
        }
        return new FloatLabels(first, last);
    }

    private static Derivation texts(
            ParameterType.OfEnumeration type, DataEncoding.OfString encoding) {
        TextCharset charset = new TextCharset(encoding.charset(), encoding.byteOrder());
        return new TextLabels(
                charset, type.labels().stream().map(ParameterType.Label::value).toList());
    }
}
