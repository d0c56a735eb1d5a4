package io.tcsstamp.definition;

/**
 * A range of numbers. XTCE: FloatRangeType.
 *
 * <p>Immutable and thread-safe.
 *
 * @param min the lower end, negative infinity for none
 * @param minExclusive true when the lower end is not in it
 * @param max the upper end, positive infinity for none
 * @param maxExclusive true when the upper end is not in it
 */
public record Range(double min, boolean minExclusive, double max, boolean maxExclusive) {
    /** True when a number is in it; a NaN is in none. */
    public boolean contains(double x) {
        return (minExclusive ? x > min : x >= min) && (maxExclusive ? x < max : x <= max);
    }
}
