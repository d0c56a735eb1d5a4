package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterType.Label;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the labels of an enumeration. XTCE: EnumerationList.
 *
 * <p>Not thread-safe.
 */
final class LabelReader {
    private final Scope scope;
    private final DataEncoding encoding;

    /** Creates a reader for labels of raw values that are encoded so. */
    LabelReader(Scope scope, DataEncoding encoding) {
        this.scope = scope;
        this.encoding = encoding;
    }

    List<Label> read(Element type) {
        List<Label> labels = new ArrayList<>();
        Element list = scope.requiredChild(type, "EnumerationList");
        for (Element at : list == null ? List.<Element>of() : list.children("Enumeration")) {
            at.ignore("shortDescription");
            labels.add(new Label(value(at), maxValue(at), scope.required(at, "label")));
        }
        return labels;
    }

    private String value(Element at) {
        if (isText()) {
            return scope.required(at, "value");
        }
        String value = scope.filled(at, "value");
        return value.isEmpty() ? "0" : number(at, "value", value);
    }

    private Optional<String> maxValue(Element at) {
        String maxValue = at.attribute("maxValue");
        if (maxValue == null) {
            return Optional.empty();
        }
        if (isText()) {
            scope.invalid(at, "texts have no maxValue");
            return Optional.empty();
        }
        return Optional.of(number(at, "maxValue", maxValue));
    }

    private boolean isText() {
        return encoding instanceof DataEncoding.OfString;
    }

    /** An integer in decimal digits; a float where the raw value is one. */
    private String number(Element at, String what, String text) {
        BigInteger integer = Numbers.integer(text);
        if (integer != null) {
            return integer.toString();
        }
        Double real = encoding instanceof DataEncoding.OfFloat ? Numbers.real(text) : null;
        if (real == null) {
            scope.invalid(at, what + " is no number: " + Scope.quoted(text));
            return "0";
        }
        return real.toString();
    }
}
