package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is wrong with a document: up to {@value #MAX} errors, so that a hostile one does not fill
 * the memory with them.
 *
 * <p>Not thread-safe.
 */
final class Problems {
    /** How many errors are told. */
    static final int MAX = 100;

    private final String source;
    private final Consumer<? super Problem> warnings;
    private final List<Problem> errors = new ArrayList<>();
    private int further;

    Problems(String source, Consumer<? super Problem> warnings) {
        this.source = source;
        this.warnings = warnings;
    }

    void error(String code, Element at, String path, String message) {
        error(code, location(at), path, message);
    }

    void error(String code, SourceLocation at, String path, String message) {
        add(Problem.error(code, at, path, message));
    }

    void warning(String code, SourceLocation at, String path, String message) {
        warnings.accept(Problem.warning(code, at, path, message));
    }

    void add(Problem error) {
        if (errors.size() < MAX) {
            errors.add(error);
        } else {
            further++;
        }
    }

    /** True when no further one is told; what takes long to find need not be looked for. */
    boolean isFull() {
        return further > 0;
    }

    SourceLocation location(Element at) {
        return new SourceLocation(source, at.line(), at.column());
    }

    /** Where nothing better is known. */
    SourceLocation anywhere() {
        return SourceLocation.of(source);
    }

    /** Throws what there is. */
    void check() throws DefinitionException {
        if (errors.isEmpty()) {
            return;
        }
        List<Problem> sorted = new ArrayList<>(errors);
        sorted.sort(
                Comparator.comparingInt((Problem p) -> p.location().line())
                        .thenComparingInt(p -> p.location().column()));
        if (further > 0) {
            sorted.add(
                    Problem.error(
                            "TOO_MANY_PROBLEMS",
                            SourceLocation.of(source),
                            "",
                            "at least "
                                    + further
                                    + " more problems are not told; mend these first"));
        }
        throw new DefinitionException(sorted);
    }
}
