package io.tcsstamp.definition.xtce.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the content expressions of the table, see the head of {@code xtce-1.2.txt}. */
final class ContentParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([A-Za-z]\\w*)(?:([:=])(\\w+))?|(\\+\\+|[()|?*+^]))\\s*");

    private final String text;
    private final Map<String, ValueKind> kinds;
    private final Matcher matcher;
    private int at;
    private boolean more;

    private ContentParser(String text, Map<String, ValueKind> kinds) {
        this.text = text;
        this.kinds = kinds;
        this.matcher = TOKEN.matcher(text);
        advance();
    }

    static Content parse(String text, Map<String, ValueKind> kinds) {
        if (text.isBlank()) {
            return Content.EMPTY;
        }
        ContentParser parser = new ContentParser(text, kinds);
        Content content = parser.choice();
        if (parser.more) {
            throw new IllegalStateException("unexpected " + parser.sign() + " in " + text);
        }
        return content;
    }

    private void advance() {
        more = at < text.length();
        if (more) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw new IllegalStateException("not understood: " + text.substring(at));
            }
            at = matcher.end();
        }
    }

    private String sign() {
        return more && matcher.group(4) != null ? matcher.group(4) : "";
    }

    private Content choice() {
        List<Content> parts = new ArrayList<>(List.of(sequence()));
        while (sign().equals("|")) {
            advance();
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Content.Choice(parts);
    }

    private Content sequence() {
        List<Content> parts = new ArrayList<>();
        while (more && !sign().equals("|") && !sign().equals(")")) {
            parts.add(repeated());
        }
        return parts.size() == 1 ? parts.get(0) : new Content.Sequence(parts);
    }

    private Content repeated() {
        Content part;
        if (sign().equals("(")) {
            advance();
            part = choice();
            if (!sign().equals(")")) {
                throw new IllegalStateException(") is missing in " + text);
            }
            advance();
        } else {
            part = element();
        }
        return switch (sign()) {
            case "?" -> repeat(part, 0, false);
            case "*" -> repeat(part, 0, true);
            case "+" -> repeat(part, 1, true);
            case "++" -> repeat(part, 2, true);
            default -> part;
        };
    }

    private Content repeat(Content part, int least, boolean many) {
        advance();
        return new Content.Repeat(part, least, many);
    }

    private Content element() {
        String name = matcher.group(1);
        if (name == null) {
            throw new IllegalStateException("unexpected " + sign() + " in " + text);
        }
        boolean value = "=".equals(matcher.group(2));
        String type = matcher.group(3) == null ? name : matcher.group(3);
        ValueKind kind = value ? kinds.get(type) : null;
        if (value && kind == null) {
            throw new IllegalStateException("no kind " + type);
        }
        advance();
        boolean older = sign().equals("^");
        if (older) {
            advance();
        }
        return new Content.Element(name, value ? null : type, kind, older);
    }
}
