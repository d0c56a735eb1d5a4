package io.tcsstamp.telemetry;

import java.time.Instant;
import java.util.Objects;

/**
 * One value of one parameter at one time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param time when the instrument says the value was taken, UTC
 * @param name the parameter's name, never empty, free of control characters
 * @param raw the value as the instrument wrote it, with its unit
 * @param text the value as STAMP gets it, without its unit
 */
public record Sample(Instant time, String name, String raw, String text) {

    /**
     * Creates a sample.
     *
     * @throws NullPointerException if anything is null
     */
    public Sample {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(text, "text");
    }
}
