package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.telemetry.LatestValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;

/** Tells of one source, and lets it be stopped and started. Stateless. */
final class SourceBean {
    private static final Table APIDS =
            new Table(
                    "Apids",
                    "Apid#: application process identifier, -1 for packets without one",
                    "Decoded#: packets that gave values",
                    "Failed#: packets that gave none",
                    "Missing#: packets that never came, by the sequence counts",
                    "Odd: how many packets failed or were odd, and why");

    private SourceBean() {}

    static DescribedMBean of(
            String id,
            SourceControl control,
            Baseline<RecordCounts> books,
            Supplier<List<LatestValue>> values) {
        DescribedMBean.Builder bean =
                DescribedMBean.of("Where telemetry comes from")
                        .text("Source", "The id of its route", () -> Texts.bounded(id))
                        .text(
                                "State",
                                "Of its route: Started, Stopped, and so on; empty where there is"
                                        + " none",
                                () -> control.state(id))
                        .text(
                                "Endpoint",
                                "Where it is, as configured",
                                () -> Texts.bounded(control.endpoint(id)))
                        .text(
                                "CountersSince",
                                "Since when its records and packets are counted here, UTC: the"
                                        + " start or the last reset. Records that were pending then"
                                        + " count as read",
                                () -> books.since().toString())
                        .text(
                                "Books",
                                "What became of all records, at one moment",
                                () -> books.now().toString());
        counts(bean, books);
        bean.attribute(
                "Apids",
                "Its packets by application process identifier",
                APIDS.type(),
                () -> apids(books.now().packets()));
        bean.attribute(
                "LatestValues",
                "The latest values that came, the first " + ValueTable.MOST + " by name",
                ValueTable.type(),
                () -> ValueTable.of(values.get()));
        return bean.operation(
                        "stop",
                        "Disconnects from the source and reads nothing more of it until it is"
                                + " started; values that were read go out as ever",
                        arguments -> control.stop(id))
                .operation("start", "Connects to the source again", arguments -> control.start(id))
                .operation(
                        "resetCounters",
                        "Counts its records and packets from now on; metrics and the summary at"
                                + " the end go on from the start",
                        arguments -> {
                            books.reset();
                            return "counted since " + books.since();
                        })
                .build();
    }

    private static void counts(DescribedMBean.Builder bean, Baseline<RecordCounts> books) {
        count(bean, "RecordsRead", "Records read", books, RecordCounts::read);
        count(
                bean,
                "RecordsForwarded",
                "Records that became lines",
                books,
                RecordCounts::forwarded);
        count(
                bean,
                "RecordsSuperseded",
                "Records replaced by a later value of their name before they were sent",
                books,
                RecordCounts::superseded);
        count(
                bean,
                "RecordsQuarantined",
                "Records put into quarantine",
                books,
                RecordCounts::quarantined);
        count(
                bean,
                "RecordsPending",
                "Records that wait for the next emission (stamp.rate)",
                books,
                RecordCounts::pending);
        count(
                bean,
                "LinesRepeated",
                "Lines sent again with an old value (stamp.clear=false)",
                books,
                RecordCounts::repeated);
        count(
                bean,
                "PacketsDecoded",
                "Packets that gave values",
                books,
                counts -> sum(counts, PacketCounters.Counts::decoded));
        count(
                bean,
                "PacketsFailed",
                "Packets that gave none",
                books,
                counts -> sum(counts, PacketCounters.Counts::failed));
        count(
                bean,
                "PacketsMissing",
                "Packets that never came, by the sequence counts",
                books,
                counts -> sum(counts, PacketCounters.Counts::missing));
    }

    private static void count(
            DescribedMBean.Builder bean,
            String name,
            String about,
            Baseline<RecordCounts> books,
            ToLongFunction<RecordCounts> count) {
        bean.number(name, about, () -> count.applyAsLong(books.now()));
    }

    private static long sum(RecordCounts counts, ToLongFunction<PacketCounters.Counts> count) {
        return counts.packets().values().stream().mapToLong(count).sum();
    }

    private static TabularData apids(Map<Integer, PacketCounters.Counts> packets) {
        List<Object[]> rows = new ArrayList<>();
        packets.forEach(
                (apid, counts) ->
                        rows.add(
                                new Object[] {
                                    (long) apid,
                                    counts.decoded(),
                                    counts.failed(),
                                    counts.missing(),
                                    odd(counts)
                                }));
        return APIDS.of(rows);
    }

    private static String odd(PacketCounters.Counts counts) {
        return counts.causes().entrySet().stream()
                .map(cause -> cause.getValue() + " " + cause.getKey())
                .collect(Collectors.joining(", "));
    }
}
