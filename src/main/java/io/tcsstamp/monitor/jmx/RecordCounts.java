package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.Housekeeping;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records of one source, at one moment. Immutable.
 *
 * @param read records read
 * @param forwarded records that became lines
 * @param superseded records replaced by later ones before they could
 * @param quarantined records put into quarantine
 * @param pending records that wait for the next emission
 * @param repeated lines sent again with an old value
 * @param packets the packets that the records came in, by APID
 */
record RecordCounts(
        long read,
        long forwarded,
        long superseded,
        long quarantined,
        long pending,
        long repeated,
        Map<Integer, PacketCounters.Counts> packets) {

    /** Nothing. */
    static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0, 0, 0, Map.of());

    /**
     * What is so now. Where a record goes is looked at before where it comes from, so that none is
     * counted twice.
     */
    static RecordCounts of(SourceCounters counters, Housekeeping table) {
        long forwarded = table.forwarded();
        long superseded = table.superseded();
        long quarantined = counters.quarantined();
        long pending = table.pending();
        return new RecordCounts(
                counters.read(),
                forwarded,
                superseded,
                quarantined,
                pending,
                table.repeated(),
                counters.packets().byApid());
    }

    /** Records that were read and are on their way through a route: none at rest. */
    long inTransit() {
        return read - forwarded - superseded - quarantined - pending;
    }

    /**
     * What has come since another moment. What was pending or on its way then counts as read, as
     * what is pending does after a restart, so that the books stay even.
     */
    RecordCounts since(RecordCounts then) {
        Map<Integer, PacketCounters.Counts> grown = new TreeMap<>();
        packets.forEach(
                (apid, counts) -> grown.put(apid, difference(counts, then.packets.get(apid))));
        return new RecordCounts(
                read - then.forwarded - then.superseded - then.quarantined,
                forwarded - then.forwarded,
                superseded - then.superseded,
                quarantined - then.quarantined,
                pending,
                repeated - then.repeated,
                grown);
    }

    private static PacketCounters.Counts difference(
            PacketCounters.Counts now, PacketCounters.Counts then) {
        if (then == null) {
            return now;
        }
        Map<String, Long> causes = new TreeMap<>(now.causes());
        then.causes().forEach((cause, count) -> causes.merge(cause, -count, Long::sum));
        causes.values().removeIf(count -> count == 0);
        return new PacketCounters.Counts(
                now.decoded() - then.decoded(),
                now.failed() - then.failed(),
                now.missing() - then.missing(),
                causes);
    }

    @Override
    public String toString() {
        long transit = inTransit();
        return String.format(
                "%d read = %d forwarded + %d superseded + %d quarantined + %d pending%s; %d"
                        + " repeated",
                read,
                forwarded,
                superseded,
                quarantined,
                pending,
                transit == 0 ? "" : " + " + transit + " on their way",
                repeated);
    }
}
