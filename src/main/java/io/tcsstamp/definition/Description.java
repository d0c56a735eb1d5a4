package io.tcsstamp.definition;

import java.util.Objects;

/**
 * What people are told about a thing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param brief one line; XTCE: shortDescription; empty where there is none
 * @param text any length; XTCE: LongDescription; empty where there is none
 */
public record Description(String brief, String text) {
    /** Nothing. */
    public static final Description NONE = new Description("", "");

    /** Creates a description. */
    public Description {
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(text, "text");
    }
}
