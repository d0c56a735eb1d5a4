package io.tcsstamp.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.RawKind;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.ParameterType;
import java.util.Arrays;

/**
 * A member of the JSON object of a packet's values: {@code NAME:{"raw":..,"value":..}}. What is the
 * same in each packet is made once. Immutable and thread-safe.
 */
final class JsonField {
    private static final byte[] VALUE = ",\"value\":".getBytes(US_ASCII);
    private static final byte[] FLOAT = "\"float:".getBytes(US_ASCII);

    private final byte[] head;
    private final RawKind rawKind;
    private final boolean alarms;

    private JsonField(Field field, boolean first) {
        TextBuffer text = new TextBuffer();
        text.appendAscii(first ? "" : ",");
        JsonText.append(text, field.name());
        text.appendAscii(":{\"raw\":");
        head = Arrays.copyOf(text.bytes(), text.length());
        rawKind = field.rawKind();
        alarms = !alarms(field.type()).isNone();
    }

    /** Those of a packet. */
    static JsonField[] all(PacketShape shape) {
        JsonField[] all = new JsonField[shape.size()];
        for (int n = 0; n < all.length; n++) {
            all[n] = new JsonField(shape.field(n), n == 0);
        }
        return all;
    }

    private static Alarms alarms(ParameterType type) {
        if (type instanceof ParameterType.OfInteger t) {
            return t.alarms();
        }
        if (type instanceof ParameterType.OfFloat t) {
            return t.alarms();
        }
        return type instanceof ParameterType.OfEnumeration t ? t.alarms() : Alarms.NONE;
    }

    /** Appends the member with the values of a slot. */
    void append(TextBuffer to, PacketValues values, int slot) {
        to.append(head);
        int start = to.length();
        raw(to, values, slot);
        int end = to.length();
        to.append(VALUE);
        switch (values.valueKind(slot)) {
            case FLOAT -> {
                double value = values.number(slot);
                // the raw float unless a calibrator changed it, and digits take their time
                if (rawKind == RawKind.FLOAT
                        && Double.doubleToRawLongBits(value) == values.rawBits(slot)) {
                    to.appendAgain(start, end);
                } else {
                    number(to, value);
                }
            }
            case LABEL, TEXT -> {
                to.append('"');
                int from = to.length();
                ValueText.append(values, slot, to);
                JsonText.escape(to, from);
                to.append('"');
            }
            case BOOLEAN -> ValueText.append(values, slot, to);
            case SIGNED, UNSIGNED, WIDE, BYTES -> to.appendAgain(start, end);
        }
        if (alarms) {
            limits(to, values, slot);
        }
        to.append('}');
    }

    private void raw(TextBuffer to, PacketValues values, int slot) {
        switch (rawKind) {
            case FLOAT -> number(to, Double.longBitsToDouble(values.rawBits(slot)));
            case SIGNED, UNSIGNED, WIDE -> ValueText.appendRaw(values, slot, to);
            case TEXT, BYTES -> {
                to.append('"');
                ValueText.appendRaw(values, slot, to);
                to.append('"');
            }
        }
    }

    private static void number(TextBuffer to, double value) {
        if (Double.isFinite(value)) {
            to.append(value);
        } else {
            to.append(FLOAT);
            to.append(value);
            to.append('"');
        }
    }

    private static void limits(TextBuffer to, PacketValues values, int slot) {
        values.alarm(slot)
                .ifPresent(
                        level -> {
                            to.appendAscii(",\"limits\":\"");
                            to.appendAscii(Reports.text(level));
                            to.append('"');
                        });
    }
}
