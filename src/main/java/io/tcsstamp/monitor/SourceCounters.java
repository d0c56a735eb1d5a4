package io.tcsstamp.monitor;

import java.util.concurrent.atomic.LongAdder;

/**
 * What came in from one source. With those of its housekeeping table: read = forwarded + superseded
 * + quarantined + pending, at every moment of rest. Thread-safe.
 */
public final class SourceCounters {
    private final LongAdder read = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final PacketCounters packets = new PacketCounters();

    /** Counts records as read, whatever becomes of them. */
    public void read(long records) {
        read.add(records);
    }

    /** Counts records (or a block that is too long) as put into quarantine. */
    public void quarantined(long records) {
        quarantined.add(records);
    }

    /** What came in as packets; nothing where the source sends none. */
    public PacketCounters packets() {
        return packets;
    }

    /** Records read. */
    public long read() {
        return read.sum();
    }

    /** Records put into quarantine. */
    public long quarantined() {
        return quarantined.sum();
    }
}
