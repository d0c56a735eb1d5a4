package io.tcsstamp.definition.xtce.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes random documents from the table: valid ones, and ones with a few changes. */
final class RandomXtce {
    private static final int DEEP = 9;
    private static final int MANY = 300;
    private static final int FAR = 1_000_000;

    /** Values of every kind, and some of none. */
    static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "0",
                    "1",
                    "-1",
                    "+7",
                    " 12 ",
                    "007",
                    "2.5",
                    "1.",
                    ".5",
                    ".",
                    "-1e3",
                    "1e",
                    "INF",
                    "-INF",
                    "+INF",
                    "NaN",
                    "nan",
                    "true",
                    "TRUE",
                    "false",
                    "0x1F",
                    "0XaB",
                    "0x",
                    "0o17",
                    "0o8",
                    "0b10",
                    "0b12",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "-9223372036854775809",
                    "2147483648",
                    "1a",
                    "0A0b",
                    " 0a ",
                    "0 a",
                    "0,1,2",
                    "15,0",
                    "16",
                    "1,",
                    "name",
                    "na me",
                    "n.m",
                    "a/b",
                    "../a",
                    "./a",
                    "..",
                    "/a",
                    "/a/../b",
                    "a//b",
                    "a/",
                    "a[1]",
                    "a:b",
                    "PT1S",
                    "P1Y2M3DT4H5M6.7S",
                    "P",
                    "PT",
                    "P1S",
                    "-P1D",
                    " PT1S ",
                    "2000-02-29",
                    "1900-02-29",
                    "2000-01-01T00:00:00",
                    "2000-01-01T24:00:00Z",
                    "2000-01-01T24:00:01Z",
                    "2000-01-01T00:00:00.5+14:00",
                    "2000-01-01T00:00:60",
                    "0000-01-01",
                    "12345-06-07Z",
                    "012345-06-07",
                    "-0044-03-15",
                    "2000-1-1",
                    "TAI",
                    " TAI",
                    "GPS",
                    "POSIX",
                    "TermS",
                    "32",
                    "64",
                    "128",
                    "8",
                    "80",
                    "0128",
                    "100.0",
                    "100.5",
                    "seconds",
                    "==",
                    "&&",
                    "x!",
                    "unsigned",
                    "twosCompliment",
                    "a%20b",
                    "mostSignificantByteFirst",
                    "normal",
                    "start",
                    "IEEE754",
                    "UTF-16",
                    "custom");

    /** An element before it is written. */
    static final class Node {
        String name;
        final Map<String, String> attributes = new LinkedHashMap<>();
        final List<Node> children = new ArrayList<>();
        String text = "";

        Node(String name) {
            this.name = name;
        }

        int size() {
            return 1 + children.stream().mapToInt(Node::size).sum();
        }

        void write(StringBuilder out, String indent) {
            out.append(indent).append('<').append(name);
            attributes.forEach(
                    (key, value) ->
                            out.append(' ')
                                    .append(key)
                                    .append("=\"")
                                    .append(escaped(value))
                                    .append('"'));
            if (children.isEmpty() && text.isEmpty()) {
                out.append("/>");
                return;
            }
            out.append('>').append(escaped(text));
            children.forEach(child -> child.write(out, indent + " "));
            out.append(children.isEmpty() ? "" : indent).append("</").append(name).append('>');
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }

    private final Random random;
    private final XtceTable table = XtceTable.get();
    private final Map<ElementType, Integer> costs = new HashMap<>();
    private final Map<ValueKind, List<String>> valids = new HashMap<>();
    private final List<String> strangeNames;
    private int names;
    private int nodes;

    /**
     * Creates the maker.
     *
     * @param strangeNames names of elements and attributes to put where they may not belong
     */
    RandomXtce(Random random, List<String> strangeNames) {
        this.random = random;
        this.strangeNames = strangeNames;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ElementType type : table.types().values()) {
                int cost = 1 + ways(type.content())[0];
                changed |= cost < costs.getOrDefault(type, FAR);
                costs.merge(type, Math.min(cost, FAR), Math::min);
            }
        }
    }

    /** How many elements it takes at least from each state to completeness. */
    private int[] ways(ContentModel model) {
        int[] far = new int[model.size() + 1];
        for (int round = 0; round <= model.size(); round++) {
            for (int state = model.size(); state >= 0; state--) {
                far[state] = model.complete(state) ? 0 : FAR;
                for (int next : model.next(state)) {
                    if (!model.element(next).older()) {
                        int cost = Math.min(FAR, cost(model.element(next)) + far[next]);
                        far[state] = Math.min(far[state], cost);
                    }
                }
            }
        }
        return far;
    }

    private int cost(Content.Element element) {
        return element.type() == null ? 1 : costs.getOrDefault(table.typeOf(element), FAR);
    }

    /** A valid document. */
    Node document() {
        names = 0;
        nodes = 0;
        Node root = element("SpaceSystem", table.root(), 0);
        root.attributes.put("xmlns", XtceSchema.NAMESPACE);
        return root;
    }

    private Node element(String name, ElementType type, int depth) {
        Node node = new Node(name);
        nodes++;
        for (ElementType.Attribute attribute : type.attributes().values()) {
            boolean known = !attribute.name().startsWith("xml:");
            if (attribute.required() || known && random.nextInt(4) == 0) {
                node.attributes.put(attribute.name(), value(attribute.kind()));
            }
        }
        if (type.value() != null) {
            node.text = value(type.value());
        }
        ContentModel model = type.content();
        int state = 0;
        while (true) {
            boolean stop = enough(depth) || random.nextInt(depth > 1 ? 3 : 5) > 0 == depth > 1;
            if (model.complete(state) && (stop || model.expected(state).isEmpty())) {
                return node;
            }
            state = choose(model, state, depth);
            Content.Element child = model.element(state);
            node.children.add(element(child.name(), table.typeOf(child), depth + 1));
        }
    }

    private boolean enough(int depth) {
        return depth > DEEP || nodes > MANY;
    }

    private int choose(ContentModel model, int state, int depth) {
        List<Integer> candidates = new ArrayList<>();
        for (int candidate : model.next(state)) {
            if (!model.element(candidate).older()) {
                candidates.add(candidate);
            }
        }
        Collections.shuffle(candidates, random);
        if (enough(depth)) {
            int[] far = ways(model);
            candidates.sort(Comparator.comparingInt(c -> cost(model.element(c)) + far[c]));
        }
        return candidates.get(0);
    }

    private String value(ValueKind kind) {
        if (kind.name().equals("name")) {
            return "n" + names++;
        }
        List<String> valid =
                valids.computeIfAbsent(
                        kind,
                        k ->
                                k.choices().isEmpty()
                                        ? VALUES.stream().filter(v -> k.accepts(v, false)).toList()
                                        : k.choices());
        return valid.get(random.nextInt(valid.size()));
    }

    /** Changes something, which often makes it invalid. */
    void change(Node root) {
        Node node = any(root);
        List<Node> children = node.children;
        switch (random.nextInt(11)) {
            case 0 -> children.add(random.nextInt(children.size() + 1), new Node(name()));
            case 1 -> node.attributes.put(name(), VALUES.get(random.nextInt(VALUES.size())));
            case 2 -> node.text = VALUES.get(random.nextInt(VALUES.size()));
            case 3, 4 ->
                    node.attributes.replaceAll(
                            (key, value) ->
                                    key.equals("xmlns") || random.nextInt(3) > 0
                                            ? value
                                            : VALUES.get(random.nextInt(VALUES.size())));
            case 5 ->
                    node.attributes
                            .keySet()
                            .removeIf(k -> !k.equals("xmlns") && random.nextBoolean());
            case 6 -> node.name = node == root ? node.name : name();
            default -> changeChildren(children);
        }
    }

    private void changeChildren(List<Node> children) {
        if (children.isEmpty()) {
            return;
        }
        int at = random.nextInt(children.size());
        switch (random.nextInt(4)) {
            case 0 -> children.remove(at);
            case 1 -> children.add(children.get(at));
            case 2 -> children.add(children.remove(at));
            default -> children.get(at).text = "\n";
        }
    }

    /** Has elements twice in some places, which is wrong where their names must differ. */
    void repeat(Node root) {
        for (int i = 0; i < 3; i++) {
            List<Node> children = any(root).children;
            if (!children.isEmpty()) {
                children.add(children.get(children.size() - 1));
            }
        }
    }

    private String name() {
        return strangeNames.get(random.nextInt(strangeNames.size()));
    }

    private Node any(Node root) {
        Node node = root;
        int left = random.nextInt(root.size());
        while (left > 0) {
            left--;
            for (Node child : node.children) {
                if (left < child.size()) {
                    node = child;
                    break;
                }
                left -= child.size();
            }
        }
        return node;
    }
}
