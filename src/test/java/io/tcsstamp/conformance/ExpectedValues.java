package io.tcsstamp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.decode.DecodedValue;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values as the cases write them, compared with decoded ones. */
final class ExpectedValues {
    private static final double RELATIVE = 1e-12;

    private ExpectedValues() {}

    /** What is different, empty for nothing. */
    static String difference(JsonNode expected, List<DecodedValue> got) {
        if (expected.size() != got.size()) {
            return "%d values expected, got %s".formatted(expected.size(), got);
        }
        Iterator<Map.Entry<String, JsonNode>> fields = expected.properties().iterator();
        for (DecodedValue value : got) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode raw = field.getValue().get("raw");
            JsonNode derived = field.getValue().get("value");
            if (!field.getKey().equals(value.name())
                    || !same(raw, value.raw(), 0)
                    || !same(derived, value.value(), RELATIVE)) {
                return "expected %s %s, got %s raw %s value %s"
                        .formatted(
                                field.getKey(),
                                field.getValue(),
                                value.name(),
                                shown(value.raw()),
                                shown(value.value()));
            }
        }
        return "";
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes
                ? "hex:" + HexFormat.of().formatHex(bytes)
                : value + " (" + value.getClass().getSimpleName() + ")";
    }

    private static boolean same(JsonNode expected, Object got, double relative) {
        if (got instanceof Long || got instanceof BigInteger) {
            return expected.isIntegralNumber()
                    && expected.bigIntegerValue().equals(new BigInteger(got.toString()));
        }
        if (got instanceof Double number) {
            return number(expected, number, relative);
        }
        if (got instanceof Boolean truth) {
            return expected.isBoolean() && expected.booleanValue() == truth;
        }
        return expected.isTextual()
                && expected.asText()
                        .equals(
                                got instanceof byte[] bytes
                                        ? "hex:" + HexFormat.of().formatHex(bytes)
                                        : got);
    }

    private static boolean number(JsonNode expected, double got, double relative) {
        if (expected.isTextual()) {
            return switch (expected.asText()) {
                case "float:nan" -> Double.isNaN(got);
                case "float:inf" -> got == Double.POSITIVE_INFINITY;
                case "float:-inf" -> got == Double.NEGATIVE_INFINITY;
                default -> false;
            };
        }
        double wanted = expected.doubleValue();
        return expected.isFloatingPointNumber()
                && Math.abs(wanted - got) <= relative * Math.abs(wanted);
    }
}
