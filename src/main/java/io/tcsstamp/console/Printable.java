package io.tcsstamp.console;

/** Text of a request for a log or an answer. Stateless. */
final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    /** Without what would end a line or steer a terminal, and not longer than a line. */
    static String of(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(
                        codePoint ->
                                result.appendCodePoint(
                                        isPlain(Character.getType(codePoint)) ? codePoint : '?'));
        return text.codePointCount(0, text.length()) > LONGEST
                ? result.append('…').toString()
                : result.toString();
    }

    private static boolean isPlain(int type) {
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    false;
            default -> true;
        };
    }
}
