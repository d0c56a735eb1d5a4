package io.tcsstamp.monitor;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The packets of one source: how many came, failed and are missing, by APID; packets that have none
 * count under {@link #NO_APID}. Thread-safe.
 */
public final class PacketCounters {
    /** What packets without an APID count under. */
    public static final int NO_APID = -1;

    private static final int APIDS = 2048;

    /** What went wrong is told by a few words; more than this would be a mistake. */
    private static final int MOST_CAUSES = 32;

    private final AtomicReferenceArray<Apid> apids = new AtomicReferenceArray<>(APIDS + 1);

    /** Counts packets as decoded, those that are too long for their definition too. */
    public void decoded(int apid, long packets) {
        if (packets > 0) {
            of(apid).decoded.add(packets);
        }
    }

    /** Counts a packet as failed. */
    public void failed(int apid, String cause) {
        Apid counters = of(apid);
        counters.failed.increment();
        counters.count(cause);
    }

    /** Counts something about a packet that was decoded nevertheless. */
    public void noticed(int apid, String cause) {
        of(apid).count(cause);
    }

    /** Counts packets that are missing by their sequence counts. */
    public void missing(int apid, long packets) {
        of(apid).missing.add(packets);
    }

    private Apid of(int apid) {
        int index = apid < 0 || apid >= APIDS ? APIDS : apid;
        Apid counters = apids.get(index);
        if (counters == null) {
            counters = new Apid();
            if (!apids.compareAndSet(index, null, counters)) {
                counters = apids.get(index);
            }
        }
        return counters;
    }

    /** What there is now, by APID, {@link #NO_APID} first. */
    public Map<Integer, Counts> byApid() {
        Map<Integer, Counts> counts = new TreeMap<>();
        for (int index = 0; index <= APIDS; index++) {
            Apid counters = apids.get(index);
            if (counters != null) {
                counts.put(index == APIDS ? NO_APID : index, counters.counts());
            }
        }
        return counts;
    }

    /** What there is now of all APIDs together. */
    public Counts total() {
        long decoded = 0;
        long failed = 0;
        long missing = 0;
        Map<String, Long> causes = new TreeMap<>();
        for (Counts counts : byApid().values()) {
            decoded += counts.decoded();
            failed += counts.failed();
            missing += counts.missing();
            counts.causes().forEach((cause, count) -> causes.merge(cause, count, Long::sum));
        }
        return new Counts(decoded, failed, missing, causes);
    }

    /**
     * Counts at one moment. Immutable.
     *
     * @param decoded packets that gave values
     * @param failed packets that gave none
     * @param missing packets that never came, by the sequence counts
     * @param causes how many packets failed, or were odd, and why
     */
    public record Counts(long decoded, long failed, long missing, Map<String, Long> causes) {
        /** Keeps a copy. */
        public Counts {
            causes = java.util.Collections.unmodifiableMap(new TreeMap<>(causes));
        }

        /** Packets that came. */
        public long packets() {
            return decoded + failed;
        }
    }

    private static final class Apid {
        final LongAdder decoded = new LongAdder();
        final LongAdder failed = new LongAdder();
        final LongAdder missing = new LongAdder();
        private final ConcurrentMap<String, LongAdder> causes = new ConcurrentHashMap<>();

        void count(String cause) {
            LongAdder adder = causes.get(cause);
            if (adder == null) {
                String name = causes.size() < MOST_CAUSES ? cause : "other";
                adder = causes.computeIfAbsent(name, key -> new LongAdder());
            }
            adder.increment();
        }

        Counts counts() {
            Map<String, Long> counted = new TreeMap<>();
            Set<Map.Entry<String, LongAdder>> entries = causes.entrySet();
            entries.forEach(entry -> counted.put(entry.getKey(), entry.getValue().sum()));
            return new Counts(decoded.sum(), failed.sum(), missing.sum(), counted);
        }
    }
}
