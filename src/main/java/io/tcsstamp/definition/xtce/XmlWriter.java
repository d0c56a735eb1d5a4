package io.tcsstamp.definition.xtce;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML with an element on each line. Texts come back from a parser exactly as they were put
 * in, line ends too.
 *
 * <p>Not thread-safe.
 */
final class XmlWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagOpen;
    private boolean inText;

    XmlWriter(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element. */
    void begin(String name) throws IOException {
        endTag(true);
        indent();
        out.write('<');
        out.write(name);
        open.push(name);
        tagOpen = true;
    }

    /** An attribute of the element that has just begun. */
    void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(value, true);
        out.write('"');
    }

    /** Text in the element that has just begun, before which no element stands. */
    void text(String text) throws IOException {
        endTag(false);
        escape(text, false);
        inText = true;
    }

    /** Ends the innermost element. */
    void end() throws IOException {
        String name = open.pop();
        if (tagOpen) {
            out.write("/>\n");
            tagOpen = false;
            return;
        }
        if (!inText) {
            indent();
        }
        inText = false;
        out.write("</");
        out.write(name);
        out.write(">\n");
    }

    /** An element with a text and nothing else. */
    void element(String name, String text) throws IOException {
        begin(name);
        text(text);
        end();
    }

    /** True for texts that XML can hold: no control characters, no halves of surrogate pairs. */
    static boolean canHold(String text) {
        return text.codePoints().allMatch(XmlWriter::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    private void endTag(boolean newLine) throws IOException {
        if (tagOpen) {
            out.write(newLine ? ">\n" : ">");
            tagOpen = false;
        }
    }

    private void indent() throws IOException {
        for (int i = open.size(); i > 0; i--) {
            out.write("  ");
        }
    }

    private void escape(String text, boolean attribute) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                case '\r' -> out.write("&#13;");
                case '\n', '\t' -> out.write(attribute ? "&#" + c + ";" : String.valueOf((char) c));
                default -> out.write(Character.toChars(isAllowed(c) ? c : REPLACEMENT));
            }
        }
    }
}
