package io.tcsstamp.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest batches of a spool, without a gap, so that they need not be read back. Not
 * thread-safe.
 */
final class SpoolMemory {
    private final NavigableMap<Long, SpooledLines> batches = new TreeMap<>();
    private final long maxBytes;
    private long bytes;

    SpoolMemory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean hasRoom(int more) {
        return batches.isEmpty() || bytes + more <= maxBytes;
    }

    void add(SpooledLines batch) {
        batches.put(batch.start(), batch);
        bytes += batch.footprint();
    }

    /** The batch that a position is in, from that position on; null where it is not in memory. */
    SpooledLines at(long position) {
        Map.Entry<Long, SpooledLines> found = batches.floorEntry(position);
        return found == null || found.getValue().end() <= position
                ? null
                : found.getValue().from(position);
    }

    /** The position of the first batch. */
    long start(long otherwise) {
        return batches.isEmpty() ? otherwise : batches.firstKey();
    }

    /** The batches that end behind a position. */
    List<SpooledLines> from(long position) {
        Map.Entry<Long, SpooledLines> found = batches.floorEntry(position);
        boolean inside = found != null && found.getValue().end() > position;
        return new ArrayList<>(batches.tailMap(inside ? found.getKey() : position, true).values());
    }

    /** Forgets batches that end at a position or before it. */
    void removeUntil(long position) {
        while (!batches.isEmpty() && batches.firstEntry().getValue().end() <= position) {
            bytes -= batches.pollFirstEntry().getValue().footprint();
        }
    }
}
