package io.tcsstamp.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL asks for: a metric, and what its labels must be. Immutable.
 *
 * @param metric the name
 * @param labels the labels that are asked for; what they must be, empty where it is a pattern
 */
record Selector(String metric, Map<String, String> labels) {
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "bool");

    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME =
            Pattern.compile("\\b([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\(|\\{([^}]*)\\})?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    /** All of an expression, or of {@code label_values(metric, label)}. */
    static List<Selector> of(String expression) {
        String text =
                GROUPING.matcher(expression)
                        .replaceAll(" ")
                        .replaceAll("\\[[^]]*]", " ")
                        .replaceAll("^label_values\\((.*),[^,]*\\)$", "$1");
        List<Selector> selectors = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            boolean function = "(".equals(matcher.group(2));
            if (!function && !WORDS.contains(matcher.group(1))) {
                selectors.add(new Selector(matcher.group(1), labels(matcher.group(3))));
            }
        }
        return selectors;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher matcher = LABEL.matcher(text == null ? "" : text);
        while (matcher.find()) {
            labels.put(matcher.group(1), matcher.group(2).equals("=") ? matcher.group(3) : "");
        }
        return labels;
    }
}
