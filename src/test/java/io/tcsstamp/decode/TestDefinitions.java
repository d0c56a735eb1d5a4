package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Common;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds small definitions in tests: parameters get the name they are entered by, all containers
 * are in one SpaceSystem named S.
 */
final class TestDefinitions {
    private final Map<String, ParameterType> types = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Map<String, SourceLocation> locations = new LinkedHashMap<>();

    /** A definition with one container ROOT of these entries. */
    TestDefinitions root(Entry... entries) {
        return container("ROOT", entries);
    }

    TestDefinitions container(String name, Entry... entries) {
        return add(name, false, Optional.empty(), Optional.empty(), entries);
    }

    TestDefinitions abstractContainer(String name, Entry... entries) {
        return add(name, true, Optional.empty(), Optional.empty(), entries);
    }

    TestDefinitions sized(String name, long bits, Entry... entries) {
        return add(
                name, false, Optional.empty(), Optional.of(new IntegerValue.Fixed(bits)), entries);
    }

    TestDefinitions inheritor(String name, String base, MatchCriteria when, Entry... entries) {
        Container.Base from = new Container.Base("/S/" + base, when, Optional.empty());
        return add(name, false, Optional.of(from), Optional.empty(), entries);
    }

    private TestDefinitions add(
            String name,
            boolean isAbstract,
            Optional<Container.Base> base,
            Optional<IntegerValue> size,
            Entry... entries) {
        String qualified = "/S/" + name;
        locations.put(qualified, new SourceLocation("s.xml", 10 + containers.size(), 3));
        containers.put(
                qualified,
                new Container(
                        name,
                        qualified,
                        isAbstract,
                        base,
                        List.of(entries),
                        size,
                        Description.NONE));
        return this;
    }

    /** Makes a type known that others refer to. */
    <T extends ParameterType> T type(T type) {
        types.put(type.qualifiedName(), type);
        return type;
    }

    /** Makes a parameter; it stands in a container only once it is entered. */
    TestDefinitions parameter(String name, ParameterType type) {
        type(type);
        parameters.put(
                "/S/" + name,
                new Parameter(name, "/S/" + name, type.qualifiedName(), Description.NONE));
        return this;
    }

    /** An entry of a parameter, which is made with a type. */
    Entry field(String name, ParameterType type) {
        parameter(name, type);
        return entry(name, Placement.NEXT);
    }

    static Entry entry(String name, Placement placement) {
        return new Entry.OfParameter("/S/" + name, placement);
    }

    static Entry nested(String name, Placement placement) {
        return new Entry.OfContainer("/S/" + name, placement);
    }

    Common common() {
        return new Common("/S/T" + types.size(), List.of(), Description.NONE);
    }

    ParameterType.Scalar unsigned(int bits) {
        return integer(bits, IntegerKind.UNSIGNED, Calibration.NONE);
    }

    ParameterType.Scalar integer(int bits, IntegerKind kind, Calibration calibration) {
        return number(integerEncoding(bits, kind, calibration));
    }

    ParameterType.Scalar number(DataEncoding encoding) {
        return type(new ParameterType.OfInteger(common(), encoding, Optional.empty(), Alarms.NONE));
    }

    static DataEncoding.OfInteger integerEncoding(
            int bits, IntegerKind kind, Calibration calibration) {
        return integerEncoding(bits, kind, ByteOrder.MOST_SIGNIFICANT_FIRST, calibration);
    }

    static DataEncoding.OfInteger integerEncoding(
            int bits, IntegerKind kind, ByteOrder order, Calibration calibration) {
        return new DataEncoding.OfInteger(
                bits, kind, order, BitOrder.MOST_SIGNIFICANT_FIRST, calibration);
    }

    ParameterType.Scalar real(int bits, FloatKind kind) {
        return number(
                new DataEncoding.OfFloat(
                        bits,
                        kind,
                        ByteOrder.MOST_SIGNIFICANT_FIRST,
                        BitOrder.MOST_SIGNIFICANT_FIRST,
                        Calibration.NONE));
    }

    ParameterType.Scalar text(String charset, IntegerValue size, TextExtent extent) {
        return type(new ParameterType.OfString(common(), textEncoding(charset, size, extent)));
    }

    static DataEncoding.OfString textEncoding(
            String charset, IntegerValue size, TextExtent extent) {
        return new DataEncoding.OfString(charset, ByteOrder.MOST_SIGNIFICANT_FIRST, size, extent);
    }

    ParameterType.Scalar binary(IntegerValue size) {
        return type(new ParameterType.OfBinary(common(), new DataEncoding.OfBinary(size)));
    }

    ParameterType.Scalar labels(DataEncoding encoding, ParameterType.Label... labels) {
        return type(
                new ParameterType.OfEnumeration(common(), encoding, List.of(labels), Alarms.NONE));
    }

    static ParameterType.Label label(String value, String label) {
        return new ParameterType.Label(value, Optional.empty(), label);
    }

    static IntegerValue fixed(long value) {
        return new IntegerValue.Fixed(value);
    }

    static IntegerValue dynamic(String parameter, double slope, double intercept) {
        return new IntegerValue.Dynamic(ref(parameter, true), slope, intercept);
    }

    /** A reference to a parameter, also to a part of it: {@code A.b[2]}. */
    static ParameterRef ref(String parameter, boolean calibrated) {
        int end = 0;
        while (end < parameter.length() && ".[".indexOf(parameter.charAt(end)) < 0) {
            end++;
        }
        return new ParameterRef(
                "/S/" + parameter.substring(0, end), parameter.substring(end), calibrated);
    }

    static MatchCriteria when(String parameter, Operator operator, String literal) {
        return new MatchCriteria.Comparison(ref(parameter, true), operator, literal);
    }

    static MatchCriteria whenRaw(String parameter, Operator operator, String literal) {
        return new MatchCriteria.Comparison(ref(parameter, false), operator, literal);
    }

    static Calibration byDefault(Calibrator calibrator) {
        return new Calibration(Optional.of(calibrator), List.of());
    }

    static Calibrator.Polynomial line(double offset, double slope) {
        return new Calibrator.Polynomial(
                List.of(new Calibrator.Term(offset, 0), new Calibrator.Term(slope, 1)));
    }

    Definition build() {
        return new Definition("S", "s.xml", types, parameters, containers, locations);
    }

    /** Decodes a packet that starts with ROOT. */
    PacketValues decode(String hex) throws DefinitionException {
        return decode(hex, DecoderOptions.ALL);
    }

    PacketValues decode(String hex, DecoderOptions options) throws DefinitionException {
        PacketDecoder decoder = PacketDecoders.interpreted(build(), options.withRoot("ROOT"));
        byte[] packet = HexFormat.of().parseHex(hex.replace(" ", ""));
        PacketValues values = decoder.newValues();
        decoder.decode(packet, 0, packet.length, values);
        return values;
    }

    /** The selected values as {@code NAME=value}. */
    static List<String> shown(PacketValues values) {
        List<String> shown = new ArrayList<>();
        for (DecodedValue value : values.toList()) {
            Object object = value.value();
            shown.add(
                    value.name()
                            + "="
                            + (object instanceof byte[] bytes
                                    ? "hex:" + HexFormat.of().formatHex(bytes)
                                    : object));
        }
        return shown;
    }
}
