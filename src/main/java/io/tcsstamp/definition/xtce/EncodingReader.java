package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.IntegerValue;
import java.util.List;
import java.util.Map;

/** Reads how raw values stand in the packet. XTCE: the DataEncoding of a type. */
final class EncodingReader {
    private static final List<String> KINDS =
            List.of(
                    "IntegerDataEncoding",
                    "FloatDataEncoding",
                    "StringDataEncoding",
                    "BinaryDataEncoding");
    private static final Map<String, BitOrder> BIT_ORDERS =
            Map.of(
                    "mostSignificantBitFirst", BitOrder.MOST_SIGNIFICANT_FIRST,
                    "leastSignificantBitFirst", BitOrder.LEAST_SIGNIFICANT_FIRST);

    /** As XTCE 1.2 and 1.1 spell them, and as files in use do. */
    private static final Map<String, IntegerKind> INTEGERS =
            Map.ofEntries(
                    Map.entry("unsigned", IntegerKind.UNSIGNED),
                    Map.entry("twosComplement", IntegerKind.TWOS_COMPLEMENT),
                    Map.entry("twosCompliment", IntegerKind.TWOS_COMPLEMENT),
                    Map.entry("signed", IntegerKind.TWOS_COMPLEMENT),
                    Map.entry("onesComplement", IntegerKind.ONES_COMPLEMENT),
                    Map.entry("onesCompliment", IntegerKind.ONES_COMPLEMENT),
                    Map.entry("signMagnitude", IntegerKind.SIGN_MAGNITUDE),
                    Map.entry("BCD", IntegerKind.BCD),
                    Map.entry("packedBCD", IntegerKind.PACKED_BCD));

    private static final Map<String, FloatKind> FLOATS =
            Map.of(
                    "IEEE754_1985", FloatKind.IEEE754,
                    "IEEE754", FloatKind.IEEE754,
                    "IEEE-754", FloatKind.IEEE754,
                    "MILSTD_1750A", FloatKind.MILSTD_1750A,
                    "MIL-1750A", FloatKind.MILSTD_1750A);

    private EncodingReader() {}

    /** The encoding that stands in a type or an Encoding, null without one. */
    static DataEncoding read(Scope scope, Element owner) {
        Element at = scope.choice(owner, KINDS);
        if (at == null) {
            return null;
        }
        return switch (at.name()) {
            case "IntegerDataEncoding" -> integer(scope, at);
            case "FloatDataEncoding" -> real(scope, at);
            case "StringDataEncoding" -> {
                plainBits(scope, at);
                yield StringEncodingReader.read(scope, at);
            }
            default -> binary(scope, at);
        };
    }

    private static DataEncoding integer(Scope scope, Element at) {
        at.ignore("changeThreshold");
        int size = (int) scope.integer(at, "sizeInBits", 8, 1, DataEncoding.OfInteger.MAX_BITS);
        IntegerKind kind = scope.word(at, "encoding", IntegerKind.UNSIGNED, INTEGERS);
        int digit = kind == IntegerKind.BCD ? 8 : kind == IntegerKind.PACKED_BCD ? 4 : 1;
        if (size % digit != 0) {
            scope.invalid(
                    at,
                    "sizeInBits is "
                            + size
                            + ", which is no whole number of digits of "
                            + digit
                            + " bits");
        }
        return new DataEncoding.OfInteger(
                size,
                kind,
                ByteOrders.read(scope, at, size),
                bitOrder(scope, at),
                CalibratorReader.read(scope, at));
    }

    private static DataEncoding real(Scope scope, Element at) {
        at.ignore("changeThreshold");
        String encoding = at.attribute("encoding");
        FloatKind kind = FloatKind.IEEE754;
        if (encoding != null) {
            switch (encoding.strip()) {
                case "DEC", "IBM", "TI" ->
                        scope.unsupported(
                                at,
                                "floats of "
                                        + encoding.strip()
                                        + " are not supported: IEEE754, IEEE754_1985 and"
                                        + " MILSTD_1750A are");
                default -> kind = scope.word(at, "encoding", encoding, kind, FLOATS);
            }
        }
        int size = (int) scope.integer(at, "sizeInBits", 32, 1, Integer.MAX_VALUE);
        if (!kind.allows(size)) {
            scope.invalid(
                    at,
                    "there is no float of "
                            + size
                            + " bits in "
                            + (kind == FloatKind.IEEE754
                                    ? "IEEE 754 (16, 32, 64, 80, 128)"
                                    : "MIL-STD-1750A (32, 48)"));
            size = 32;
        }
        ByteOrder byteOrder = ByteOrders.read(scope, at, size);
        BitOrder bitOrder = bitOrder(scope, at);
        Calibration calibration = CalibratorReader.read(scope, at);
        return new DataEncoding.OfFloat(size, kind, byteOrder, bitOrder, calibration);
    }

    private static BitOrder bitOrder(Scope scope, Element at) {
        return scope.word(at, "bitOrder", BitOrder.MOST_SIGNIFICANT_FIRST, BIT_ORDERS);
    }

    /** Bytes: the order of their bits and the order among them cannot be turned. */
    static DataEncoding.OfBinary binary(Scope scope, Element at) {
        plainBits(scope, at);
        if (ByteOrders.read(scope, at, 0) != ByteOrder.MOST_SIGNIFICANT_FIRST) {
            scope.unsupported(at, "bytes with the least significant one first are not supported");
        }
        Element size = scope.requiredChild(at, "SizeInBits");
        return new DataEncoding.OfBinary(
                size == null ? new IntegerValue.Fixed(0) : IntegerValueReader.read(scope, size, 0));
    }

    private static void plainBits(Scope scope, Element at) {
        if (bitOrder(scope, at) != BitOrder.MOST_SIGNIFICANT_FIRST) {
            scope.unsupported(
                    at, "leastSignificantBitFirst is supported for integers and floats only");
        }
    }
}
