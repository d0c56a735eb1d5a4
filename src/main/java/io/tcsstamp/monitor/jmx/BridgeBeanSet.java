package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.LatestValue;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.management.MBeanServer;

/**
 * The MBeans of one bridge: {@code type=Bridge}, {@code type=Quarantine}, and {@code type=Links},
 * {@code type=Spools}, {@code type=Sources} with one for each. Thread-safe.
 */
public final class BridgeBeanSet implements AutoCloseable {
    private final BridgeMonitor monitor;
    private final Function<String, Housekeeping> tables;
    private final Function<String, List<LatestValue>> values;
    private final SourceControl sources;
    private final Clock clock;
    private final Instant started;
    private final Baseline<QuarantineCounts> quarantine;
    private final Map<String, Baseline<RecordCounts>> records = new ConcurrentHashMap<>();
    private final Map<String, Baseline<LineCounts>> lines = new ConcurrentHashMap<>();
    private final BeanRegistry registry;
    private Instant countersSince;

    /**
     * Registers the MBeans of what there is now.
     *
     * @param version of the program
     * @param tables the housekeeping table of each source, by id
     * @param values the latest values of each source, by id
     * @param started when the bridge was
     */
    public BridgeBeanSet(
            MBeanServer server,
            String version,
            BridgeMonitor monitor,
            BridgeHealth health,
            Function<String, Housekeeping> tables,
            Function<String, List<LatestValue>> values,
            SourceControl sources,
            ReplayControl replay,
            Instant started,
            Clock clock) {
        this.monitor = monitor;
        this.tables = tables;
        this.values = values;
        this.sources = sources;
        this.clock = clock;
        this.started = started;
        this.countersSince = started;
        this.quarantine =
                new Baseline<>(
                        QuarantineCounts.NONE,
                        () -> QuarantineCounts.of(monitor.quarantine()),
                        QuarantineCounts::since,
                        started,
                        clock);
        DescribedMBean bridge =
                BridgeBean.of(
                        version,
                        health,
                        started,
                        clock,
                        this::countersSince,
                        arguments -> resetCounters());
        this.registry = new BeanRegistry(server, "Bridge", bridge);
        registry.add("Quarantine", QuarantineBean.of(monitor.quarantine(), replay, quarantine));
        refresh();
    }

    /** The domain that their names are in. */
    public String domain() {
        return registry.domain();
    }

    /** Adds the MBeans of what is new, removes those of what is gone; to be called now and then. */
    public void refresh() {
        Map<Link, String> links = new LinkedHashMap<>();
        monitor.links().forEach(link -> links.put(link, LinkBean.nameOf(link)));
        registry.list("Links", links, LinkBean::of);
        Map<String, Spool> spools = monitor.spools();
        registry.list(
                "Spools",
                named(spools.keySet()),
                id -> SpoolBean.of(id, spools.get(id), linesOf(id, spools.get(id)), clock));
        registry.list(
                "Sources",
                named(sources.ids()),
                id -> SourceBean.of(id, sources, recordsOf(id), () -> values.apply(id)));
    }

    private static Map<String, String> named(Iterable<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        ids.forEach(id -> names.put(id, id));
        return names;
    }

    private Baseline<LineCounts> linesOf(String id, Spool spool) {
        return lines.computeIfAbsent(
                id,
                key ->
                        new Baseline<>(
                                LineCounts.NONE,
                                () -> LineCounts.of(spool),
                                LineCounts::since,
                                started,
                                clock));
    }

    private Baseline<RecordCounts> recordsOf(String id) {
        return records.computeIfAbsent(
                id,
                key ->
                        new Baseline<>(
                                RecordCounts.NONE,
                                () -> recordCounts(key),
                                RecordCounts::since,
                                started,
                                clock));
    }

    private RecordCounts recordCounts(String id) {
        SourceCounters counters = monitor.sources().get(id);
        return counters == null ? RecordCounts.NONE : RecordCounts.of(counters, tables.apply(id));
    }

    private synchronized Instant countersSince() {
        return countersSince;
    }

    private synchronized String resetCounters() {
        refresh();
        List.of(records, lines).forEach(all -> all.values().forEach(Baseline::reset));
        quarantine.reset();
        countersSince = clock.instant();
        return "counted since " + countersSince;
    }

    /** Removes them all. */
    @Override
    public void close() {
        registry.close();
    }
}
