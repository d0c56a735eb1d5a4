package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import java.math.BigInteger;

/** Reads the raw values of labels: integers, floats or texts, as the encoding has it. */
final class EnumerationValues {
    private EnumerationValues() {}

    /**
     * A value as the representation writes it: an integer in decimal digits; anything else as it
     * stands.
     */
    static String canonical(
            Scope scope, Element at, String what, String text, DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfString) {
            if (what.equals("maxValue")) {
                scope.invalid(at, "texts have no maxValue");
            }
            return text;
        }
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
