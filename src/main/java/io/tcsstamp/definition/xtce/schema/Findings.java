package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects problems up to a limit. Not thread-safe. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final int most;

    Findings(int most) {
        this.most = most;
    }

    /** Whether there was more than is kept. */
    boolean overflown() {
        return problems.size() > most;
    }

    void add(Problem problem) {
        if (problems.size() < most) {
            problems.add(problem);
        } else if (problems.size() == most) {
            problems.add(
                    Problem.error(
                            XtceSchema.TOO_MANY,
                            problem.location(),
                            "",
                            "more than " + most + " problems; what follows is not checked"));
        }
    }

    /** One that is told even if there are too many already: nothing was read behind it. */
    void addLast(Problem problem) {
        problems.add(problem);
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }
}
