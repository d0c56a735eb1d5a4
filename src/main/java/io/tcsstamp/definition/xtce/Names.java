package io.tcsstamp.definition.xtce;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names a document declares, and what a reference to one means: {@code /Sys/P} from the
 * outermost SpaceSystem on, {@code ../P} from where it stands, {@code P} and {@code Sub/P} from
 * there outward.
 *
 * <p>Not thread-safe.
 */
final class Names {
    /** What names are given to. */
    enum Kind {
        TYPE,
        PARAMETER,
        CONTAINER,
        ARGUMENT_TYPE,
        COMMAND,
        STREAM,
        SERVICE,
        MESSAGE
    }

    /** How many ParameterRef in ParameterSets may follow each other. */
    private static final int MAX_ALIASES = 16;

    /** How many characters a name may have. */
    static final int MAX_NAME = 1000;

    /** How many characters a path to a name may have. */
    private static final int MAX_PATH = 10_000;

    private record Alias(String system, String ref) {}

    private final Map<Kind, Map<String, String>> declared = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> simple = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> ambiguous = new EnumMap<>(Kind.class);
    private final Map<String, Alias> aliases = new HashMap<>();

    Names() {
        for (Kind kind : Kind.values()) {
            declared.put(kind, new HashMap<>());
            simple.put(kind, new HashSet<>());
            ambiguous.put(kind, new HashSet<>());
        }
    }

    /** True for a name that can be used: not blank, not overlong, without a slash. */
    static boolean isName(String name) {
        return !name.isBlank() && name.length() <= MAX_NAME && name.indexOf('/') < 0;
    }

    /** Declares a name of a SpaceSystem. */
    void declare(Kind kind, String system, String name) {
        if (!isName(name)) {
            return; // told when it is read
        }
        String qualified = system + "/" + name;
        if (declared.get(kind).putIfAbsent(qualified, qualified) == null
                && !simple.get(kind).add(name)) {
            ambiguous.get(kind).add(name);
        }
    }

    /**
     * Declares a parameter of another SpaceSystem in this one. XTCE: ParameterSet, ParameterRef.
     */
    void alias(String system, String ref) {
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        if (!isName(name) || ref.length() > MAX_PATH) {
            return;
        }
        aliases.putIfAbsent(system + "/" + name, new Alias(system, ref));
    }

    /** What output calls a thing: its simple name where it is the only one, else its path. */
    String shown(Kind kind, String system, String name) {
        if (!ambiguous.get(kind).contains(name)) {
            return name;
        }
        int below = system.indexOf('/', 1);
        return below < 0 ? name : system.substring(below + 1) + "/" + name;
    }

    /** The one instance of a qualified name. */
    String qualified(Kind kind, String name) {
        return declared.get(kind).getOrDefault(name, name);
    }

    /** The qualified name that a reference means in a SpaceSystem, null where there is none. */
    String resolve(Kind kind, String system, String ref) {
        return resolve(kind, system, ref, MAX_ALIASES);
    }

    private String resolve(Kind kind, String system, String ref, int hops) {
        if (ref.isEmpty() || ref.length() > MAX_PATH) {
            return null;
        }
        if (ref.charAt(0) == '/') {
            return find(kind, path("", ref.substring(1)), hops);
        }
        for (String from = system; !from.isEmpty(); from = parent(from)) {
            String found = find(kind, path(from, ref), hops);
            if (found != null || ref.startsWith(".")) {
                return found;
            }
        }
        return null;
    }

    private String find(Kind kind, String qualified, int hops) {
        String found = qualified == null ? null : declared.get(kind).get(qualified);
        if (found != null || kind != Kind.PARAMETER || hops == 0 || aliases.isEmpty()) {
            return found;
        }
        Alias alias = aliases.get(qualified);
        return alias == null ? null : resolve(kind, alias.system(), alias.ref(), hops - 1);
    }

    private static String parent(String system) {
        return system.substring(0, system.lastIndexOf('/'));
    }

    /** Follows a path, null where it leaves the outermost SpaceSystem. */
    private static String path(String from, String ref) {
        if (ref.indexOf('/') < 0) {
            return from + "/" + ref;
        }
        String at = from;
        for (int start = 0; start <= ref.length(); ) {
            int slash = ref.indexOf('/', start);
            int end = slash < 0 ? ref.length() : slash;
            String step = ref.substring(start, end);
            if (step.equals("..")) {
                if (at.isEmpty()) {
                    return null;
                }
                at = parent(at);
            } else if (!step.isEmpty() && !step.equals(".")) {
                at = at + "/" + step;
            }
            start = end + 1;
        }
        return at;
    }
}
