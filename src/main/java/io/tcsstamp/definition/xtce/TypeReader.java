package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Common;
import io.tcsstamp.definition.ParameterType.Label;
import java.util.List;
import java.util.Set;

/** Reads types. XTCE: ParameterTypeSet. */
final class TypeReader {
    /** The kinds of types. */
    static final Set<String> KINDS =
            Set.of(
                    "IntegerParameterType",
                    "FloatParameterType",
                    "EnumeratedParameterType",
                    "BooleanParameterType",
                    "StringParameterType",
                    "BinaryParameterType",
                    "AbsoluteTimeParameterType",
                    "RelativeTimeParameterType",
                    "ArrayParameterType",
                    "AggregateParameterType");

    private TypeReader() {}

    /** Reads a type, null where it has no encoding or is no type. */
    static ParameterType read(Scope scope, Element at) {
        at.ignore("initialValue");
        Common common =
                new Common(
                        scope.path(),
                        DescriptionReader.units(scope, at),
                        DescriptionReader.read(at));
        return switch (at.name()) {
            case "AbsoluteTimeParameterType", "RelativeTimeParameterType" ->
                    TimeReader.read(scope, at, common);
            case "ArrayParameterType" -> CompositeReader.array(scope, at, common);
            case "AggregateParameterType" -> CompositeReader.aggregate(scope, at, common);
            default -> plain(scope, at, common);
        };
    }

    private static ParameterType plain(Scope scope, Element at, Common common) {
        DataEncoding encoding = EncodingReader.read(scope, at);
        ParameterType type = plain(scope, at, common, encoding == null ? anything() : encoding);
        if (encoding == null && type != null) {
            scope.references().links().bare(scope.path(), scope.location(at));
            return null;
        }
        return type;
    }

    private static DataEncoding anything() {
        return new DataEncoding.OfBinary(new io.tcsstamp.definition.IntegerValue.Fixed(0));
    }

    private static ParameterType plain(
            Scope scope, Element at, Common common, DataEncoding encoding) {
        return switch (at.name()) {
            case "IntegerParameterType" -> {
                at.ignore("signed", "sizeInBits");
                yield new ParameterType.OfInteger(
                        common,
                        encoding,
                        RangeReader.validRange(scope, at),
                        AlarmReader.numeric(scope, at));
            }
            case "FloatParameterType" -> {
                at.ignore("sizeInBits");
                yield new ParameterType.OfFloat(
                        common,
                        encoding,
                        RangeReader.validRange(scope, at),
                        AlarmReader.numeric(scope, at));
            }
            case "EnumeratedParameterType" ->
                    new ParameterType.OfEnumeration(
                            common,
                            encoding,
                            labels(scope, at, encoding),
                            AlarmReader.enumerated(scope, at));
            case "BooleanParameterType" ->
                    new ParameterType.OfBoolean(
                            common,
                            encoding,
                            or(at.attribute("oneStringValue"), "True"),
                            or(at.attribute("zeroStringValue"), "False"));
            case "StringParameterType" -> {
                at.ignore("restrictionPattern", "characterWidth");
                yield new ParameterType.OfString(common, encoding);
            }
            case "BinaryParameterType" -> new ParameterType.OfBinary(common, encoding);
            default -> null;
        };
    }

    private static String or(String value, String byDefault) {
        return value == null ? byDefault : value;
    }

    private static List<Label> labels(Scope scope, Element at, DataEncoding encoding) {
        if (at.all().stream().anyMatch(c -> c.name().equals("BinaryDataEncoding"))) {
            scope.unsupported(
                    at,
                    "an enumeration of bytes is not supported: use an IntegerDataEncoding or a"
                            + " StringDataEncoding");
        }
        return new LabelReader(scope, encoding).read(at);
    }
}
