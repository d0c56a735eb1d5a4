package io.tcsstamp.definition;

import java.util.Objects;

/**
 * A dimension of an array. XTCE: Dimension with StartingIndex and EndingIndex.
 *
 * <p>Immutable and thread-safe.
 *
 * @param start the index of the first element
 * @param end the index of the last element; {@code start - 1} for an array without elements
 */
public record Dimension(IntegerValue start, IntegerValue end) {
    /** Creates a dimension. */
    public Dimension {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
