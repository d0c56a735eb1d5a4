package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.IntegerValue;
import java.util.Locale;
import java.util.Map;

/**
 * Reads how texts stand in the packet. XTCE: StringDataEncoding, with SizeInBits as in 1.2 and as
 * in 1.1, where Fixed may hold a DynamicValue or a DiscreteLookupList.
 */
final class StringEncodingReader {
    /** XTCE's names in Java's terms. */
    private static final Map<String, String> CHARSETS =
            Map.of(
                    "US-ASCII", "US-ASCII",
                    "ISO-8859-1", "ISO-8859-1",
                    "Windows-1252", "windows-1252",
                    "UTF-8", "UTF-8",
                    "UTF-16", "UTF-16",
                    "UTF-16LE", "UTF-16LE",
                    "UTF-16BE", "UTF-16BE",
                    "UTF-32", "UTF-32",
                    "UTF-32LE", "UTF-32LE",
                    "UTF-32BE", "UTF-32BE");

    private static final int MAX_TERMINATOR_BYTES = 16;
    private static final int MAX_TAG_BITS = 64;
    private static final TextExtent WHOLE = new TextExtent.Whole();

    private StringEncodingReader() {}

    /** XTCE's name of a charset, null where it has none. */
    static String xtceName(String java) {
        return CHARSETS.entrySet().stream()
                .filter(e -> e.getValue().equals(java))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    static DataEncoding read(Scope scope, Element at) {
        String charset = scope.word(at, "encoding", "UTF-8", CHARSETS);
        DataEncoding.ByteOrder byteOrder = ByteOrders.read(scope, at, 0);
        Element fixed = at.child("SizeInBits");
        Element variable = at.child("Variable");
        if (fixed == null && variable == null || fixed != null && variable != null) {
            scope.fail(
                    "MISSING_ELEMENT",
                    at,
                    "StringDataEncoding holds either SizeInBits or Variable");
            settle(fixed);
            settle(variable);
            return string(charset, byteOrder, new IntegerValue.Fixed(0), WHOLE);
        }
        if (variable != null) {
            variable.ignore("maxSizeInBits");
            return string(
                    charset,
                    byteOrder,
                    IntegerValueReader.read(scope, variable, 0),
                    extent(scope, variable, charset));
        }
        return string(charset, byteOrder, size(scope, fixed), extent(scope, fixed, charset));
    }

    private static void settle(Element at) {
        if (at != null) {
            at.settle();
        }
    }

    private static DataEncoding string(
            String charset,
            DataEncoding.ByteOrder byteOrder,
            IntegerValue size,
            TextExtent extent) {
        return new DataEncoding.OfString(charset, byteOrder, size, extent);
    }

    private static IntegerValue size(Scope scope, Element at) {
        Element fixed = at.child("Fixed");
        if (fixed != null) {
            return IntegerValueReader.read(scope, fixed, 0);
        }
        scope.unsupported(
                at,
                "a string without a Fixed or Variable size is not supported: state the size of its"
                        + " buffer");
        return new IntegerValue.Fixed(0);
    }

    private static TextExtent extent(Scope scope, Element at, String charset) {
        Element terminator = at.child("TerminationChar");
        Element leading = at.child("LeadingSize");
        if (terminator != null && leading != null) {
            leading.settle();
            scope.invalid(at, "a string has either a TerminationChar or a LeadingSize, not both");
        }
        if (terminator != null) {
            return terminated(scope, terminator, charset);
        }
        return leading == null
                ? WHOLE
                : new TextExtent.Leading(
                        (int) scope.integer(leading, "sizeInBitsOfSizeTag", 16, 1, MAX_TAG_BITS));
    }

    private static TextExtent terminated(Scope scope, Element at, String charset) {
        String hex = at.text().strip().toLowerCase(Locale.ROOT);
        if (hex.isEmpty()) {
            hex = "00"; // the default of the schema
        }
        int unit = charset.startsWith("UTF-16") ? 4 : charset.startsWith("UTF-32") ? 8 : 2;
        boolean digits = hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (!digits || hex.length() % unit != 0 || hex.length() > 2 * MAX_TERMINATOR_BYTES) {
            scope.invalid(
                    at,
                    "TerminationChar "
                            + Scope.quoted(hex)
                            + " is not the hexadecimal bytes of a character in "
                            + charset);
            return WHOLE;
        }
        return new TextExtent.Terminated(hex);
    }
}
