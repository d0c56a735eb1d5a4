package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.Unit;
import io.tcsstamp.definition.ValidRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes types. XTCE: ParameterTypeSet. */
final class TypeWriter {
    private TypeWriter() {}

    static void write(Output out, ParameterType type) throws IOException {
        out.at(type.qualifiedName());
        if (type instanceof ParameterType.OfTime time) {
            TimeWriter.write(out, time);
        } else if (type instanceof ParameterType.OfArray array) {
            array(out, array);
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            aggregate(out, aggregate);
        } else {
            plain(out, (ParameterType.Scalar) type);
        }
    }

    /** Begins the element of a type. */
    static void begin(Output out, String kind, ParameterType.Common common) throws IOException {
        out.xml().begin(kind);
        out.described(out.simple(common.qualifiedName()), common.description());
    }

    private static void plain(Output out, ParameterType.Scalar type) throws IOException {
        if (type instanceof ParameterType.OfInteger t) {
            begin(out, "IntegerParameterType", t.common());
            boolean unsigned =
                    t.encoding() instanceof DataEncoding.OfInteger e
                            && e.kind() == IntegerKind.UNSIGNED
                            && e.calibration().isNone();
            out.attribute("signed", Boolean.toString(!unsigned));
            content(out, t);
            validRange(out, t.validRange(), true);
            AlarmWriter.write(out, t.alarms(), true);
        } else if (type instanceof ParameterType.OfFloat t) {
            begin(out, "FloatParameterType", t.common());
            out.attribute("sizeInBits", "64");
            content(out, t);
            validRange(out, t.validRange(), false);
            AlarmWriter.write(out, t.alarms(), true);
        } else if (type instanceof ParameterType.OfEnumeration t) {
            begin(out, "EnumeratedParameterType", t.common());
            content(out, t);
            labels(out, t.labels());
            AlarmWriter.write(out, t.alarms(), false);
        } else if (type instanceof ParameterType.OfBoolean t) {
            begin(out, "BooleanParameterType", t.common());
            out.attribute("oneStringValue", t.one());
            out.attribute("zeroStringValue", t.zero());
            content(out, t);
        } else {
            begin(
                    out,
                    type instanceof ParameterType.OfString
                            ? "StringParameterType"
                            : "BinaryParameterType",
                    type.common());
            content(out, type);
        }
        out.xml().end();
    }

    private static void content(Output out, ParameterType.Scalar type) throws IOException {
        out.longDescription(type.common().description());
        units(out, type.common().units());
        EncodingWriter.write(out, type.encoding());
    }

    private static void units(Output out, List<Unit> units) throws IOException {
        if (units.isEmpty()) {
            return;
        }
        out.xml().begin("UnitSet");
        for (Unit unit : units) {
            out.xml().begin("Unit");
            if (unit.power() != 1) {
                out.attribute("power", Output.number(unit.power()));
            }
            if (!unit.factor().isEmpty()) {
                out.attribute("factor", unit.factor());
            }
            if (!unit.description().isEmpty()) {
                out.attribute("description", unit.description());
            }
            if (!unit.text().isEmpty()) {
                out.text(unit.text());
            }
            out.xml().end();
        }
        out.xml().end();
    }

    /** Units of types that have none in the schema. */
    static void strangeUnits(Output out, List<Unit> units) throws IOException {
        if (!units.isEmpty()) {
            out.notInSchema("times, arrays and aggregates have no UnitSet");
            units(out, units);
        }
    }

    private static void labels(Output out, List<ParameterType.Label> labels) throws IOException {
        out.xml().begin("EnumerationList");
        if (labels.isEmpty()) {
            out.notInSchema("an EnumerationList needs an Enumeration");
        }
        for (ParameterType.Label label : labels) {
            out.xml().begin("Enumeration");
            value(out, "value", label.value());
            if (label.maxValue().isPresent()) {
                value(out, "maxValue", label.maxValue().get());
            }
            out.attribute("label", label.label());
            out.xml().end();
        }
        out.xml().end();
    }

    private static void value(Output out, String attribute, String value) throws IOException {
        if (Numbers.longInteger(value) == null || !value.equals(value.strip())) {
            out.notInSchema("the " + attribute + " of a label is an integer of 64 bits: " + value);
        }
        out.attribute(attribute, value);
    }

    private static void validRange(Output out, Optional<ValidRange> valid, boolean integer)
            throws IOException {
        if (valid.isEmpty()) {
            return;
        }
        Range range = valid.get().range();
        if (integer && !isInteger(range)) {
            out.notInSchema("the valid range of an integer has integers as inclusive ends");
        }
        out.xml().begin("ValidRange");
        AlarmWriter.range(out, range);
        if (!valid.get().calibrated()) {
            out.attribute("validRangeAppliesToCalibrated", "false");
        }
        out.xml().end();
    }

    private static boolean isInteger(Range range) {
        return !range.minExclusive()
                && !range.maxExclusive()
                && (range.min() == Double.NEGATIVE_INFINITY
                        || Output.number(range.min()).chars().allMatch(TypeWriter::isDigit))
                && (range.max() == Double.POSITIVE_INFINITY
                        || Output.number(range.max()).chars().allMatch(TypeWriter::isDigit));
    }

    private static boolean isDigit(int c) {
        return c == '-' || c >= '0' && c <= '9';
    }

    private static void array(Output out, ParameterType.OfArray type) throws IOException {
        begin(out, "ArrayParameterType", type.common());
        out.attribute("arrayTypeRef", out.ref(type.elementTypeRef()));
        out.longDescription(type.common().description());
        strangeUnits(out, type.common().units());
        if (type.dimensions().isEmpty()) {
            out.notInSchema("an ArrayParameterType needs a DimensionList");
        } else {
            IntegerValueWriter.dimensions(out, type.dimensions());
        }
        out.xml().end();
    }

    private static void aggregate(Output out, ParameterType.OfAggregate type) throws IOException {
        begin(out, "AggregateParameterType", type.common());
        out.longDescription(type.common().description());
        strangeUnits(out, type.common().units());
        out.xml().begin("MemberList");
        for (ParameterType.Member member : type.members()) {
            out.xml().begin("Member");
            out.attribute("name", out.simple(member.name()));
            out.attribute("typeRef", out.ref(member.typeRef()));
            out.xml().end();
        }
        out.xml().end();
        out.xml().end();
    }
}
