package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.Problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What keeps a definition from being decoded, collected while its plan is made. */
final class PlanProblems {
    /** A code for what cannot be decoded. */
    static final String CODE = "NOT_DECODABLE";

    private static final int MOST = 1000;

    private final Definition definition;
    private final Set<Problem> problems = new LinkedHashSet<>();

    PlanProblems(Definition definition) {
        this.definition = definition;
    }

    /**
     * Notes an error.
     *
     * @param where a qualified name, or an entry as {@code NAME#n}
     */
    void add(String where, String message) {
        if (problems.size() < MOST) {
            problems.add(Problem.error(CODE, definition.location(where), where, message));
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The exception of all problems, in the order in which they were found. */
    DefinitionException exception() {
        List<Problem> all = new ArrayList<>(problems);
        all.removeIf(p -> p.severity() != Severity.ERROR);
        return new DefinitionException(all);
    }
}
