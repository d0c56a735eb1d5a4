package io.tcsstamp.monitor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what it is told. */
public final class TestClock extends Clock {
    private volatile Instant now;

    /** Shows a time, such as {@code 2026-03-01T10:00:00Z}. */
    public TestClock(String now) {
        set(now);
    }

    /** Goes on by some seconds. */
    public void skipSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    void set(String time) {
        now = Instant.parse(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
