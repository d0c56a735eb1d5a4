package io.tcsstamp.definition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The parts of a definition in words.
 *
 * <p>Not thread-safe.
 */
final class Wording {
    private final Definition definition;

    Wording(Definition definition) {
        this.definition = definition;
    }

    /** A constant as people read it: {@code LEAST_SIGNIFICANT_FIRST} is least significant first. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String container(String qualifiedName) {
        return definition.containers().get(qualifiedName).name();
    }

    /** A type by its path below the outermost SpaceSystem. */
    String type(String qualifiedName) {
        String root = "/" + definition.name() + "/";
        return qualifiedName.startsWith(root)
                ? qualifiedName.substring(root.length())
                : qualifiedName;
    }

    String parameter(ParameterRef ref) {
        Parameter parameter = definition.parameters().get(ref.ref());
        return (parameter == null ? ref.ref() : parameter.name())
                + ref.path()
                + (ref.calibrated() ? "" : " (raw)");
    }

    String bits(IntegerValue value) {
        if (value instanceof IntegerValue.Fixed fixed) {
            return fixed.value() == 1 ? "1 bit" : fixed.value() + " bits";
        }
        return factor(value) + " bits";
    }

    /** An integer in front of what it is a number of: a formula in parentheses. */
    String factor(IntegerValue value) {
        boolean formula =
                value instanceof IntegerValue.Dynamic dynamic
                        && (dynamic.slope() != 1 || dynamic.intercept() != 0);
        return formula ? "(" + integer(value) + ")" : integer(value);
    }

    String integer(IntegerValue value) {
        if (value instanceof IntegerValue.Fixed fixed) {
            return Long.toString(fixed.value());
        }
        if (value instanceof IntegerValue.Dynamic dynamic) {
            String text = parameter(dynamic.ref());
            return new Formula().add(dynamic.slope(), text).add(dynamic.intercept(), "").toString();
        }
        IntegerValue.Lookup lookup = (IntegerValue.Lookup) value;
        return lookup.rows().stream()
                .map(row -> row.value() + " if " + criteria(row.criteria()))
                .collect(
                        Collectors.joining(
                                ", ",
                                "{",
                                lookup.defaultValue().map(d -> ", else " + d).orElse("") + "}"));
    }

    String criteria(MatchCriteria criteria) {
        if (criteria instanceof MatchCriteria.Comparison c) {
            return parameter(c.left()) + " " + c.operator().sign() + " " + quoted(c.literal());
        }
        if (criteria instanceof MatchCriteria.Relation r) {
            return parameter(r.left()) + " " + r.operator().sign() + " " + parameter(r.right());
        }
        if (criteria instanceof MatchCriteria.And and) {
            return several(and.all(), " and ", "always");
        }
        return several(((MatchCriteria.Or) criteria).any(), " or ", "never");
    }

    private String several(List<MatchCriteria> list, String word, String none) {
        return list.isEmpty()
                ? none
                : list.stream().map(this::criteria).collect(Collectors.joining(word, "(", ")"));
    }

    /** A number as it is, any other text in quotes. */
    static String quoted(String text) {
        boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? text : "\"" + oneLine(text) + "\"";
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\"", "\\\"");
    }

    String dimensions(List<Dimension> dimensions) {
        return dimensions.stream()
                .map(d -> "[" + integer(d.start()) + ".." + integer(d.end()) + "]")
                .collect(Collectors.joining());
    }

    void units(StringBuilder out, List<Unit> units) {
        for (Unit unit : units) {
            out.append(" [");
            if (!unit.factor().isEmpty()) {
                out.append(unit.factor()).append(' ');
            }
            out.append(oneLine(unit.text()));
            if (unit.power() != 1) {
                out.append('^').append(Formula.number(unit.power()));
            }
            if (!unit.description().isEmpty()) {
                out.append(", ").append(quoted(unit.description()));
            }
            out.append(']');
        }
    }

    void description(StringBuilder out, Description description) {
        if (!description.brief().isEmpty()) {
            out.append(" - ").append(quoted(description.brief()));
        }
        if (!description.text().isEmpty()) {
            out.append(" -- ").append(quoted(description.text()));
        }
    }

    /** A type in a few words. */
    String brief(ParameterType type) {
        if (type instanceof ParameterType.Scalar scalar) {
            return kind(type) + ", " + encoding(scalar.encoding());
        }
        if (type instanceof ParameterType.OfArray array) {
            return "array of " + type(array.elementTypeRef()) + dimensions(array.dimensions());
        }
        return ((ParameterType.OfAggregate) type)
                .members().stream()
                        .map(m -> m.name() + ": " + type(m.typeRef()))
                        .collect(Collectors.joining(", ", "aggregate {", "}"));
    }

    private static String kind(ParameterType type) {
        if (type instanceof ParameterType.OfTime time) {
            return time.absolute() ? "absolute time" : "relative time";
        }
        return type.getClass().getSimpleName().substring("Of".length()).toLowerCase(Locale.ROOT);
    }

    /** An encoding without its calibration. */
    String encoding(DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfInteger e) {
            return bits(new IntegerValue.Fixed(e.sizeInBits()))
                    + " "
                    + words(e.kind())
                    + order(e.byteOrder())
                    + order(e.bitOrder());
        }
        if (encoding instanceof DataEncoding.OfFloat e) {
            return bits(new IntegerValue.Fixed(e.sizeInBits()))
                    + " "
                    + words(e.kind())
                    + order(e.byteOrder())
                    + order(e.bitOrder());
        }
        if (encoding instanceof DataEncoding.OfString e) {
            return bits(e.sizeInBits())
                    + " "
                    + e.charset()
                    + order(e.byteOrder())
                    + extent(e.extent());
        }
        return bits(((DataEncoding.OfBinary) encoding).sizeInBits());
    }

    private static String order(DataEncoding.ByteOrder order) {
        return order == DataEncoding.ByteOrder.MOST_SIGNIFICANT_FIRST ? "" : " little endian";
    }

    private static String order(DataEncoding.BitOrder order) {
        return order == DataEncoding.BitOrder.MOST_SIGNIFICANT_FIRST
                ? ""
                : " least significant bit first";
    }

    private static String extent(DataEncoding.TextExtent extent) {
        if (extent instanceof DataEncoding.TextExtent.Terminated t) {
            return " up to " + t.hex();
        }
        return extent instanceof DataEncoding.TextExtent.Leading l
                ? " behind its length in " + l.sizeInBitsOfSizeTag() + " bits"
                : "";
    }
}
