package io.tcsstamp.definition;

import java.util.List;

/** A definition that cannot be used; holds every problem found, not only the first. */
public final class DefinitionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * Creates the exception.
     *
     * @param problems at least one error; warnings may be among them
     */
    public DefinitionException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        Problem first =
                problems.stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no error"));
        long more =
                problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count() - 1;
        return first + (more == 0 ? "" : " and " + more + " more");
    }
}
