package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.xtce.schema.ElementType.Attribute;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of XTCE 1.2 as {@code xtce-1.2.txt} writes it down.
 *
 * <p>Immutable and thread-safe.
 */
final class XtceTable {
    private static final String RESOURCE = "xtce-1.2.txt";
    private static final Pattern HEAD =
            Pattern.compile("type\\s+(\\w+%?)\\s*(?::\\s*(\\w+%?))?\\s*(?:=(.*))?");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("@((?:xml:)?\\w+)(?::(\\w+))?(!)?(?:=(.*))?");

    private static final XtceTable TABLE = load();

    private final Map<String, ValueKind> kinds = new HashMap<>(ValueKinds.builtIn());
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, ElementType> types = new LinkedHashMap<>();
    private final Map<ValueKind, ElementType> values = new HashMap<>();

    /** A type as it is written, before its base is put in. */
    private static final class Draft {
        private final boolean command;
        private final String base;
        private final StringBuilder content = new StringBuilder();
        private final List<String> attributes = new ArrayList<>();

        Draft(boolean command, String base) {
            this.command = command;
            this.base = base;
        }

        void add(String text) {
            // an element keeps its name, only its type differs
            String own =
                    command
                            ? text.replaceAll("(:\\w+)%", "$1Arg").replaceAll("(\\w+)%", "$1:$1Arg")
                            : text.replace("%", "");
            content.append(' ').append(own);
        }
    }

    private XtceTable() {}

    static XtceTable get() {
        return TABLE;
    }

    /** The type of the document's element. */
    ElementType root() {
        return types.get("SpaceSystem");
    }

    /** The type of an element inside another one. */
    ElementType typeOf(Content.Element element) {
        return element.type() == null ? values.get(element.kind()) : types.get(element.type());
    }

    /** All types, for tests. */
    Map<String, ElementType> types() {
        return types;
    }

    private static XtceTable load() {
        XtceTable table = new XtceTable();
        InputStream resource = XtceTable.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            table.read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.finish();
        return table;
    }

    private void read(BufferedReader lines) throws IOException {
        List<Draft> open = List.of();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("kind ")) {
                List<String> words = Arrays.asList(text.split("\\s+"));
                kinds.put(
                        words.get(1),
                        ValueKind.oneOf(words.get(1), words.subList(4, words.size())));
            } else if (text.startsWith("type ")) {
                open = begin(text);
            } else if (text.startsWith("@")) {
                open.forEach(draft -> draft.attributes.addAll(List.of(text.split("\\s+"))));
            } else {
                open.forEach(draft -> draft.add(text));
            }
        }
    }

    private List<Draft> begin(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.matches()) {
            throw new IllegalStateException("not understood: " + text);
        }
        boolean both = head.group(1).endsWith("%");
        List<Draft> made = new ArrayList<>();
        for (boolean command :
                both ? List.of(false, true) : List.of(head.group(1).endsWith("Arg"))) {
            String variant = command ? "Arg" : "";
            String base = head.group(2) == null ? null : head.group(2).replace("%", variant);
            Draft draft = new Draft(command, base);
            draft.add(Optional.ofNullable(head.group(3)).orElse("").strip());
            drafts.put(head.group(1).replace("%", variant), draft);
            made.add(draft);
        }
        return made;
    }

    private void finish() {
        drafts.keySet().forEach(name -> types.put(name, finish(name)));
        kinds.values().forEach(kind -> values.put(kind, ElementType.value(kind)));
        for (ElementType type : types.values()) {
            for (int i = 1; i <= type.content().size(); i++) {
                if (typeOf(type.content().element(i)) == null) {
                    throw new IllegalStateException(
                            "no type " + type.content().element(i).type() + " for " + type.name());
                }
            }
        }
    }

    private ElementType finish(String name) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Content> parts = new ArrayList<>();
        ValueKind value = null;
        boolean mixed = false;
        for (Draft draft : lineage(name)) {
            String content = draft.content.toString().strip();
            if (content.startsWith("value ")) {
                value = kind(content.substring("value ".length()));
            } else if (content.equals("mixed")) {
                mixed = true;
            } else {
                parts.add(ContentParser.parse(content, kinds));
            }
            for (String text : draft.attributes) {
                Attribute attribute = attribute(text);
                attributes.put(attribute.name(), attribute);
            }
        }
        ContentModel model = new ContentModel(new Content.Sequence(parts));
        return new ElementType(name, attributes, model, value, mixed);
    }

    /** The type with its bases, the first base first. */
    private List<Draft> lineage(String name) {
        List<Draft> lineage = new ArrayList<>();
        for (String type = name; type != null; type = lineage.get(0).base) {
            Draft draft = drafts.get(type);
            if (draft == null) {
                throw new IllegalStateException("no type " + type + " for " + name);
            }
            lineage.add(0, draft);
        }
        return lineage;
    }

    private Attribute attribute(String text) {
        Matcher parts = ATTRIBUTE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("not understood: " + text);
        }
        ValueKind kind = kind(parts.group(2) == null ? "text" : parts.group(2));
        return new Attribute(parts.group(1), kind, parts.group(3) != null, parts.group(4));
    }

    private ValueKind kind(String name) {
        ValueKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("no kind " + name);
        }
        return kind;
    }
}
