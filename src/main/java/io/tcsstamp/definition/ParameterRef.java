package io.tcsstamp.definition;

import java.util.Objects;

/**
 * The value of another parameter in the same packet: the last one decoded before. XTCE:
 * ParameterInstanceRef.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ref the parameter's qualified name
 * @param path the member within it, empty for the parameter itself, else as {@code .member[2].x}
 * @param calibrated true for the derived value, false for the raw one (useCalibratedValue)
 */
public record ParameterRef(String ref, String path, boolean calibrated) {
    /** Creates a reference. */
    public ParameterRef {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(path, "path");
    }

    /** A reference to the parameter itself. */
    public ParameterRef(String ref, boolean calibrated) {
        this(ref, "", calibrated);
    }
}
