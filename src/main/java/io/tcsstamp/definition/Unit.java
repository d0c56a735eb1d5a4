package io.tcsstamp.definition;

import java.util.Objects;

/**
 * A unit of measure. XTCE: Unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text its symbol, as the file writes it
 * @param power of the unit, 1 as a rule
 * @param factor in front of the unit, empty as a rule
 * @param description for people, empty where there is none
 */
public record Unit(String text, double power, String factor, String description) {
    /** Creates a unit. */
    public Unit {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(description, "description");
    }
}
