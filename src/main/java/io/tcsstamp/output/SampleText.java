package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueKind;
import io.tcsstamp.decode.ValueText;
import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.Rejection;
import java.util.Arrays;

/**
 * Writes values as samples have them: a value must not end a field or a line, and text of a fixed
 * size is filled up with NUL. Stateless.
 */
final class SampleText {
    private SampleText() {}

    /**
     * Appends the text of a slot.
     *
     * @param raw true for its raw value
     * @return false where it holds a control character, so that no line can be made of it
     */
    static boolean append(PacketValues values, int slot, boolean raw, TextBuffer text) {
        if (raw) {
            ValueText.appendRaw(values, slot, text);
            return true;
        }
        int from = text.length();
        ValueText.append(values, slot, text);
        ValueKind kind = values.valueKind(slot);
        if (kind != ValueKind.TEXT && kind != ValueKind.LABEL) {
            return true;
        }
        stripPadding(text, from);
        return !hasControlCharacter(text.bytes(), from, text.length());
    }

    private static void stripPadding(TextBuffer text, int from) {
        byte[] bytes = text.bytes();
        int end = text.length();
        while (end > from && bytes[end - 1] == 0) {
            end--;
        }
        text.truncate(end);
    }

    private static boolean hasControlCharacter(byte[] utf8, int from, int end) {
        for (int i = from; i < end; i++) {
            int b = utf8[i];
            // C1 controls are C2 80 to C2 9F
            if (b >= 0 && b < 0x20
                    || b == 0x7F
                    || b == (byte) 0xC2 && i + 1 < end && utf8[i + 1] < (byte) 0xA0) {
                return true;
            }
        }
        return false;
    }

    /** The text from {@code from} on, for the quarantine. */
    static Rejection unprintable(Parameter parameter, TextBuffer text, int from) {
        return Rejection.because(
                        "unprintable",
                        Arrays.copyOfRange(text.bytes(), from, text.length()),
                        "a control character in the value of " + parameter.name(),
                        false)
                .with("parameter", parameter.name());
    }
}
