package io.tcsstamp.definition.xtce.schema;

/** Puts foreign text into messages: short, and on one line. */
final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        String line = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        StringBuilder plain = new StringBuilder(line.length());
        line.chars().forEach(c -> plain.append(Character.isISOControl(c) ? ' ' : (char) c));
        return plain.toString();
    }
}
