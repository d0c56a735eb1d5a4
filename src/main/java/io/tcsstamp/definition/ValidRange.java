package io.tcsstamp.definition;

import java.util.Objects;

/**
 * The values that are valid; one outside is decoded and told as invalid. XTCE: ValidRange.
 *
 * <p>Immutable and thread-safe.
 *
 * @param range of the values
 * @param calibrated true where it is meant of the derived value, false of the raw one
 */
public record ValidRange(Range range, boolean calibrated) {
    /** Creates a range. */
    public ValidRange {
        Objects.requireNonNull(range, "range");
    }
}
