package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Follows the elements of a document and tells names that are given twice; see {@link NameKeys}.
 *
 * <p>Not thread-safe.
 */
final class UniqueNames {
    private static final class Level {
        private String element;
        private Map<String, Map<String, SourceLocation>> names = Map.of();

        void begin(String newElement) {
            element = newElement;
            names = Map.of();
        }

        SourceLocation add(String what, String name, SourceLocation place) {
            names = names.isEmpty() ? new HashMap<>() : names;
            return names.computeIfAbsent(what, key -> new HashMap<>()).putIfAbsent(name, place);
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final Consumer<String> problem;
    private int depth;

    /**
     * Creates the check.
     *
     * @param problem gets what is wrong with the element that begins
     */
    UniqueNames(Consumer<String> problem) {
        this.problem = problem;
    }

    /**
     * An element begins.
     *
     * @param name its attribute of that name, or null
     */
    void begin(String element, String name, SourceLocation place) {
        if (levels.size() == depth) {
            levels.add(new Level());
        }
        levels.get(depth++).begin(element);
        if (depth < 3) {
            return;
        }
        String set = levels.get(depth - 2).element;
        if (name == null) {
            if (set.equals("MessageSet") && !element.equals("Message")) {
                problem.accept(
                        element
                                + " cannot stand in a MessageSet: by the published schema all that"
                                + " is in one must have a unique name");
            }
            return;
        }
        for (String what : NameKeys.of(element, set, levels.get(depth - 3).element)) {
            unique(what, name, place);
        }
    }

    private void unique(String what, String name, SourceLocation place) {
        int at = depth - 3;
        while (at > 0
                && !what.equals(NameKeys.ARGUMENT)
                && !levels.get(at).element.equals("SpaceSystem")) {
            at--;
        }
        Level scope = levels.get(at);
        SourceLocation before = scope.add(what, name, place);
        if (before != null) {
            problem.accept(
                    "there is another "
                            + what
                            + " named "
                            + Quote.of(name)
                            + " at line "
                            + before.line()
                            + "; within a "
                            + scope.element
                            + " names of one kind must differ");
        }
    }

    /** The element that began last ends. */
    void end() {
        depth--;
    }
}
