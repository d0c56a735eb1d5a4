package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comparisons with a literal, which is read once, in the type of what it is compared with. */
final class LiteralPlanner {
    private static final Criterion NONE = values -> false;

    private final PlanProblems problems;

    LiteralPlanner(PlanProblems problems) {
        this.problems = problems;
    }

    /** The criterion of a comparison. */
    Criterion plan(Operand operand, Operator operator, String literal, String where) {
        Optional<? extends Criterion> criterion =
                switch (operand.kind()) {
                    case SIGNED, UNSIGNED -> integer(operand, operator, literal);
                    case WIDE -> Literals.integer(literal).map(i -> number(operand, operator, i));
                    case FLOAT -> real(operand, operator, literal);
                    case BOOLEAN -> truth(operand, operator, literal);
                    case LABEL -> Optional.of(label(operand, operator, literal));
                    case TEXT -> Optional.of(text(operand, operator, literal));
                    case BYTES -> bytes(operand, operator, literal);
                };
        if (criterion.isPresent()) {
            return criterion.get();
        }
        problems.add(
                where,
                "%s is %s, and the value \"%s\" it is compared with is none%s"
                        .formatted(
                                operand.name(), operand.words(), quoted(literal), operand.hint()));
        return NONE;
    }

    private static String quoted(String literal) {
        return literal.length() <= 60 ? literal : literal.substring(0, 60) + "...";
    }

    private static Optional<Criterion> integer(Operand operand, Operator operator, String literal) {
        Optional<BigInteger> number = Literals.integer(literal);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        DataEncoding.OfInteger encoding = (DataEncoding.OfInteger) operand.field().encoding();
        boolean unsigned =
                operand.field().rawKind() == RawKind.UNSIGNED && encoding.sizeInBits() == 64;
        BigInteger value = number.get();
        boolean fits =
                unsigned ? value.signum() >= 0 && value.bitLength() <= 64 : value.bitLength() < 64;
        return Optional.of(
                fits
                        ? new IntegerCriterion(operand, operator, value.longValue(), unsigned)
                        : number(operand, operator, value));
    }

    private static Criterion number(Operand operand, Operator operator, BigInteger value) {
        return new NumberCriterion(operand, operator, value, value.doubleValue());
    }

    private static Optional<Criterion> real(Operand operand, Operator operator, String literal) {
        Optional<Double> number = Literals.number(literal);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigInteger integer = Literals.integer(literal).orElse(null);
        return Optional.of(new NumberCriterion(operand, operator, integer, number.get()));
    }

    private static Optional<Criterion> truth(Operand operand, Operator operator, String literal) {
        ParameterType.OfBoolean type = (ParameterType.OfBoolean) operand.field().type();
        String word = literal.trim();
        boolean[] holds = new boolean[2];
        int wanted;
        if (word.equals(type.one())) {
            wanted = 1;
        } else if (word.equals(type.zero())) {
            wanted = 0;
        } else {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "true", "1":
                    wanted = 1;
                    break;
                case "false", "0":
                    wanted = 0;
                    break;
                default:
                    return Optional.empty();
            }
        }
        holds[0] = operator.holds(Integer.compare(0, wanted));
        holds[1] = operator.holds(Integer.compare(1, wanted));
        return Optional.of(new IndexCriterion(operand, holds));
    }

    private static Criterion label(Operand operand, Operator operator, String literal) {
        List<ParameterType.Label> labels =
                ((ParameterType.OfEnumeration) operand.field().type()).labels();
        boolean[] holds = new boolean[labels.size()];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = operator.holds(TextCriterion.compare(labels.get(i).label(), literal));
        }
        return new IndexCriterion(operand, holds);
    }

    private static Criterion text(Operand operand, Operator operator, String literal) {
        return new TextCriterion(operand, operator, literal, charset(operand));
    }

    private static Optional<Criterion> bytes(Operand operand, Operator operator, String literal) {
        Optional<byte[]> bytes =
                operand.field().rawKind() == RawKind.TEXT
                        ? Optional.of(charset(operand).bytes(literal))
                        : Literals.bytes(literal);
        return bytes.map(b -> new BytesCriterion(operand, operator, b));
    }

    private static TextCharset charset(Operand operand) {
        DataEncoding.OfString encoding = (DataEncoding.OfString) operand.field().encoding();
        return new TextCharset(encoding.charset(), encoding.byteOrder());
    }
}
