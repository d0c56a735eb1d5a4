package io.tcsstamp.definition;

import java.util.Objects;

/**
 * Something wrong in a definition file, with the place where it stands.
 *
 * <p>Immutable and thread-safe.
 *
 * @param severity whether the definition can be used nevertheless
 * @param code a short stable name of the kind of problem, in capitals, as {@code UNUSED_PARAMETER}
 * @param message what is wrong, the likely cause and what to do
 * @param location where it stands
 * @param path the element or the qualified name concerned, empty where there is none
 */
public record Problem(
        Severity severity, String code, String message, SourceLocation location, String path) {

    /** How bad a problem is. */
    public enum Severity {
        /** The definition cannot be used, or would decode wrongly. */
        ERROR,
        /** The definition can be used; something in it is likely not what was meant. */
        WARNING
    }

    /** Creates a problem. */
    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(path, "path");
    }

    /** An error. */
    public static Problem error(String code, SourceLocation location, String path, String message) {
        return new Problem(Severity.ERROR, code, message, location, path);
    }

    /** A warning. */
    public static Problem warning(
            String code, SourceLocation location, String path, String message) {
        return new Problem(Severity.WARNING, code, message, location, path);
    }

    /** One line: {@code file:line:column: error: message (CODE, path)}. */
    @Override
    public String toString() {
        return location
                + ": "
                + (severity == Severity.ERROR ? "error" : "warning")
                + ": "
                + message
                + " ("
                + code
                + (path.isEmpty() ? "" : ", " + path)
                + ")";
    }
}
