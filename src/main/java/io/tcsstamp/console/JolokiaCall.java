package io.tcsstamp.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * One thing that is asked of Jolokia, as its protocol 7.2 says it. What is passed on is written
 * anew from what was understood here, so that both understand the same. Immutable.
 *
 * @param type {@code version}, {@code list}, {@code search}, {@code read}, {@code write} or {@code
 *     exec}
 * @param name of MBeans; null for types that have none
 * @param attributes that are read; empty for all
 * @param operation without its parameter types; null for other types than {@code exec}
 * @param members everything that is passed on
 */
record JolokiaCall(
        String type,
        ObjectName name,
        List<String> attributes,
        String operation,
        Map<String, Object> members) {
    private static final Set<String> TYPES =
            Set.of("version", "list", "search", "read", "write", "exec");
    private static final Set<String> NAMED = Set.of("search", "read", "write", "exec");
    private static final Set<String> MEMBERS =
            Set.of("type", "mbean", "attribute", "operation", "arguments", "value", "path");

    /** What may be said of how an answer is written, and the most that it may be. */
    private static final Map<String, Integer> LIMITS =
            Map.of("maxDepth", 15, "maxCollectionSize", 50_000, "maxObjects", 200_000);

    private static final Pattern OPERATION = Pattern.compile("([\\w$]+)([(][^()]*[)])?");
    private static final Set<String> FLAGS = Set.of("ignoreErrors", "canonicalNaming");

    /**
     * Of an object of a request's body.
     *
     * @throws MalformedException if it asks nothing, or in a way that is not known
     */
    static JolokiaCall of(Object body) throws MalformedException {
        if (!(body instanceof Map<?, ?> object)) {
            throw new MalformedException("a request must be an object");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (String key : MEMBERS) {
            if (object.get(key) != null) {
                members.put(key, object.get(key));
            }
        }
        if (object.get("target") != null) {
            throw new MalformedException("other targets than this program are not reached");
        }
        if (object.get("config") instanceof Map<?, ?> config) {
            members.put("config", options(config));
        }
        return of(members);
    }

    /** Of the members that are understood. */
    static JolokiaCall of(Map<String, Object> members) throws MalformedException {
        String type = text(members, "type").toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new MalformedException("the type must be one of version, list, search, read...");
        }
        if (members.containsKey("path")) {
            text(members, "path");
        }
        if (members.containsKey("arguments") && !(members.get("arguments") instanceof List<?>)) {
            throw new MalformedException("arguments must be an array");
        }
        ObjectName name = NAMED.contains(type) ? name(text(members, "mbean")) : null;
        String operation = type.equals("exec") ? plain(text(members, "operation")) : null;
        List<String> attributes = attributes(members.get("attribute"));
        Map<String, Object> understood = new LinkedHashMap<>(members);
        understood.put("type", type);
        return new JolokiaCall(type, name, attributes, operation, understood);
    }

    /** The options that are passed on, within their limits. */
    static Map<String, Object> options(Map<?, ?> said) {
        Map<String, Object> options = new LinkedHashMap<>();
        LIMITS.forEach(
                (key, most) -> {
                    int value = number(said.get(key));
                    options.put(key, value <= 0 || value > most ? most : value);
                });
        for (String key : FLAGS) {
            if (said.get(key) != null) {
                options.put(key, String.valueOf(said.get(key)).equals("true"));
            }
        }
        return options;
    }

    /** The same for other attributes. */
    JolokiaCall reading(List<String> others) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put("attribute", others);
        return new JolokiaCall(type, name, others, operation, changed);
    }

    /** What it asks, without its arguments: they may be secret. */
    @Override
    public String toString() {
        return type
                + (name == null ? "" : " " + name)
                + (operation == null ? "" : " " + operation)
                + (attributes.isEmpty() ? "" : " " + attributes);
    }

    private static int number(Object value) {
        try {
            return value == null ? 0 : Integer.parseInt(value.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String text(Map<String, Object> members, String key) throws MalformedException {
        if (members.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException(key + " must be a text");
    }

    private static ObjectName name(String text) throws MalformedException {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new MalformedException("mbean is not a name of MBeans");
        }
    }

    /** Without parameter types, which only tell apart operations of one name. */
    private static String plain(String operation) throws MalformedException {
        Matcher matcher = OPERATION.matcher(operation);
        if (!matcher.matches()) {
            throw new MalformedException("operation is not a name");
        }
        return matcher.group(1);
    }

    private static List<String> attributes(Object said) throws MalformedException {
        List<String> attributes = new ArrayList<>();
        for (Object one : said instanceof List<?> many ? many : List.of(said == null ? "" : said)) {
            if (!(one instanceof String text)) {
                throw new MalformedException("attribute must be a text or texts");
            }
            if (!text.isEmpty()) {
                attributes.add(text);
            }
        }
        return List.copyOf(attributes);
    }
}
