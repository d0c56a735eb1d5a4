package io.tcsstamp.decode;

import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.packet.Bits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Values of slots as objects. */
final class ValueObjects {
    private ValueObjects() {}

    /** Long, BigInteger (unsigned 64 bits and wider), Double, or byte[]. */
    static Object raw(PacketValues values, int slot) {
        long raw = values.raw[slot];
        return switch (values.fields[slot].rawKind()) {
            case SIGNED -> raw;
            case UNSIGNED -> unsigned(raw);
            case WIDE -> WideIntegers.of(values, slot);
            case FLOAT -> Double.longBitsToDouble(raw);
            case TEXT ->
                    Bits.leftAlignedBytes(values.bytes, index(values, raw), bit(raw), size(raw));
            case BYTES ->
                    Bits.rightAlignedBytes(values.bytes, index(values, raw), bit(raw), size(raw));
        };
    }

    /** The first raw bytes of a slot of {@link RawKind#TEXT} or {@link RawKind#BYTES}. */
    static byte[] firstBytes(PacketValues values, int slot, int most) {
        long raw = values.raw[slot];
        int bits = size(raw);
        boolean isText = values.fields[slot].rawKind() == RawKind.TEXT;
        int inFirst = isText || (bits & 7) == 0 ? 8 : bits & 7;
        int wanted = (int) Math.min(bits, inFirst + 8L * (most - 1));
        return isText
                ? Bits.leftAlignedBytes(values.bytes, index(values, raw), bit(raw), wanted)
                : Bits.rightAlignedBytes(values.bytes, index(values, raw), bit(raw), wanted);
    }

    /** Long, BigInteger, Double, Boolean, String, or byte[]. */
    static Object value(PacketValues values, int slot) {
        return switch (values.valueKind(slot)) {
            case SIGNED, UNSIGNED, WIDE, BYTES -> raw(values, slot);
            case FLOAT -> values.value[slot];
            case BOOLEAN -> values.value[slot] != 0;
            case LABEL -> label(values, slot);
            case TEXT -> text(values, slot);
        };
    }

    /** The label of a slot of {@link ValueKind#LABEL}. */
    static String label(PacketValues values, int slot) {
        ParameterType.OfEnumeration type = (ParameterType.OfEnumeration) values.fields[slot].type();
        return type.labels().get((int) values.value[slot]).label();
    }

    private static String text(PacketValues values, int slot) {
        TypeRules rules = values.plan.rules().get(values.fields[slot].type());
        return rules.charset().text(values, values.text[slot]);
    }

    /** All that was asked for. */
    static List<DecodedValue> all(PacketValues values) {
        List<DecodedValue> all = new ArrayList<>(values.size);
        for (int slot = 0; slot < values.size; slot++) {
            if (values.fields[slot].selected()) {
                all.add(
                        new DecodedValue(
                                values.fields[slot], raw(values, slot), value(values, slot)));
            }
        }
        return all;
    }

    private static Object unsigned(long raw) {
        if (raw >= 0) {
            return raw;
        }
        return BigInteger.valueOf(raw).add(BigInteger.ONE.shiftLeft(64));
    }

    private static int index(PacketValues values, long extent) {
        return values.offset + (int) (Extent.bitOffset(extent) >> 3);
    }

    private static int bit(long extent) {
        return (int) Extent.bitOffset(extent) & 7;
    }

    private static int size(long extent) {
        return (int) Math.min(Integer.MAX_VALUE, Extent.bitLength(extent));
    }
}
