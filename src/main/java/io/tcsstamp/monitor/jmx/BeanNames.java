package io.tcsstamp.monitor.jmx;

import java.util.Locale;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Makes object names of whatever something is called. Stateless. */
final class BeanNames {
    private static final int LONGEST = 200;

    private BeanNames() {}

    /** {@code DOMAIN:type=TYPE}. */
    static ObjectName of(String domain, String type) {
        return parse(domain + ":type=" + type);
    }

    /**
     * {@code DOMAIN:type=TYPE,name="NAME"}.
     *
     * @param name anything; control characters are replaced, and what is too long is cut
     * @param number tells names apart that are the same then; 1 leaves it as it is
     */
    static ObjectName of(String domain, String type, String name, int number) {
        String shown = shown(name) + (number > 1 ? " (" + number + ")" : "");
        return parse(domain + ":type=" + type + ",name=" + ObjectName.quote(shown));
    }

    private static String shown(String name) {
        String whole = name;
        if (name.length() > LONGEST) {
            int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            whole =
                    name.substring(0, end)
                            + String.format(Locale.ROOT, "... (%08x)", name.hashCode());
        }
        StringBuilder text = new StringBuilder(whole.length());
        whole.codePoints().map(BeanNames::visible).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    0xFFFD;
            default -> character;
        };
    }

    private static ObjectName parse(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
