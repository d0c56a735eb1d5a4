package io.tcsstamp.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derived value is the index of the label of a text. */
final class TextLabels implements Derivation {
    private final TextCharset charset;
    private final Map<String, Integer> labels = new HashMap<>();

    /** Creates it of the text of each label. */
    TextLabels(TextCharset charset, List<String> texts) {
        this.charset = charset;
        for (int i = 0; i < texts.size(); i++) {
            labels.put(texts.get(i), i);
        }
    }

    @Override
    public void derive(PacketValues values, int slot) {
        String text = charset.text(values, values.text[slot]);
        Integer label = labels.get(text);
        if (label == null) {
            throw Failures.value(
                    values, slot, "the raw value \"" + shown(text) + "\" has no label");
        }
        values.value[slot] = label;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
