package io.tcsstamp.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is in one definition and not, or otherwise, in another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param containers by qualified name
 * @param parameters by qualified name; one whose type says something else has changed
 */
public record DefinitionChanges(Names containers, Names parameters) {
    /**
     * Names of what is new, gone and otherwise, each in the order of the file.
     *
     * @param added in the new one only
     * @param removed in the old one only
     * @param changed in both, but otherwise
     */
    public record Names(List<String> added, List<String> removed, List<String> changed) {
        private static final int MOST_NAMES = 10;

        /** Keeps copies. */
        public Names {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        /** True without any. */
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            add(parts, added, "added");
            add(parts, removed, "removed");
            add(parts, changed, "changed");
            return parts.isEmpty() ? "none changed" : String.join(", ", parts);
        }

        private static void add(List<String> parts, List<String> names, String word) {
            if (!names.isEmpty()) {
                String shown =
                        String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
                parts.add(
                        names.size()
                                + " "
                                + word
                                + " ("
                                + shown
                                + (names.size() > MOST_NAMES ? ", …)" : ")"));
            }
        }
    }

    /** What changes when definitions that are used together are replaced by others. */
    public static DefinitionChanges between(List<Definition> old, List<Definition> now) {
        return new DefinitionChanges(
                names(all(old, Definition::containers), all(now, Definition::containers)),
                names(parameters(old), parameters(now)));
    }

    private static <T> Map<String, Object> all(
            List<Definition> definitions, Function<Definition, Map<String, T>> part) {
        Map<String, Object> all = new LinkedHashMap<>();
        definitions.forEach(definition -> part.apply(definition).forEach(all::putIfAbsent));
        return all;
    }

    private static Map<String, Object> parameters(List<Definition> definitions) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            definition
                    .parameters()
                    .forEach(
                            (name, parameter) ->
                                    all.putIfAbsent(
                                            name, List.of(parameter, definition.type(parameter))));
        }
        return all;
    }

    private static Names names(Map<String, Object> old, Map<String, Object> now) {
        return new Names(
                now.keySet().stream().filter(name -> !old.containsKey(name)).toList(),
                old.keySet().stream().filter(name -> !now.containsKey(name)).toList(),
                now.keySet().stream()
                        .filter(old::containsKey)
                        .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                        .toList());
    }

    /** True where nothing that counts is otherwise. */
    public boolean isEmpty() {
        return containers.isEmpty() && parameters.isEmpty();
    }

    /** One line, with the first names of each. */
    @Override
    public String toString() {
        return isEmpty()
                ? "nothing that counts has changed"
                : "containers: " + containers + "; parameters: " + parameters;
    }
}
