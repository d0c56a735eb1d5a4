package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;

/**
 * How much memory a document may take, so that one of any size gives a definition or a problem,
 * never an OutOfMemoryError. Counts what things were measured to take, roughly.
 *
 * <p>Not thread-safe.
 */
final class Budget {
    /** What a name takes, with all the tables that hold it. */
    static final int NAME = 450;

    /** What an element takes, beside its texts. */
    static final int ELEMENT = 100;

    /** The document is larger than the memory allows. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        ExceededException(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private final long bytes;
    private long taken;

    Budget(long bytes) {
        this.bytes = bytes;
    }

    /** Half of what this JVM may use. */
    static long ofThisJvm() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    /** How many elements may be kept beside what is made of them. */
    static int elementsToKeep(long bytes) {
        return (int) Math.min(NamePass.MAX_KEPT, bytes / 750);
    }

    /** Takes some. */
    void take(long some, SourceLocation at) {
        taken += some;
        if (taken > bytes) {
            throw exceeded(
                    "the definition is too large: what stands before this place takes about "
                            + (bytes >> 20)
                            + " MB, half of the memory that Java may use; give it more, as"
                            + " JAVA_OPTS=-Xmx2g",
                    at);
        }
    }

    /** Something is too large. */
    static ExceededException exceeded(String message, SourceLocation at) {
        return new ExceededException(Problem.error("TOO_LARGE", at, "", message));
    }
}
