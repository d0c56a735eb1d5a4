package io.tcsstamp.definition;

import java.time.Instant;
import java.util.Objects;

/**
 * What an absolute time counts from. XTCE: Epoch.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Epoch {
    /** An epoch with a name, and the time scale that goes with it. */
    enum Named implements Epoch {
        /** 1958-01-01T00:00:00 TAI, counted in TAI seconds. */
        TAI,
        /** 2000-01-01T12:00:00 TT, counted in SI seconds. */
        J2000,
        /** 1970-01-01T00:00:00Z, counted without leap seconds. */
        UNIX,
        /** As {@link #UNIX}. */
        POSIX,
        /** 1980-01-06T00:00:00Z, counted in SI seconds, with leap seconds. */
        GPS
    }

    /**
     * A date with a time, counted without leap seconds.
     *
     * @param instant UTC where the file names no zone
     */
    record At(Instant instant) implements Epoch {
        /** Creates an epoch. */
        public At {
            Objects.requireNonNull(instant, "instant");
        }
    }
}
