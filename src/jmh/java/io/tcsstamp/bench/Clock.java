package io.tcsstamp.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock that processes of one machine share: the wall clock, in microseconds. */
final class Clock {
    private Clock() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
