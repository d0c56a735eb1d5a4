package io.tcsstamp.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolCounters;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.LatestValues;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the counters of a bridge as meters: records by source (read = forwarded + superseded +
 * quarantined + pending), packets by source, lines by destination (recovered + accepted = confirmed
 * + spooled + dropped), links, quarantine and health. What needs a look at a file is looked at by
 * {@link #refresh}, not by who reads the meters. Thread-safe.
 */
final class BridgeMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeMetrics.class);
    private static final String SECONDS = "seconds";
    private static final String BYTES = "bytes";
    private static final String UNHELD =
            "Values that are in no metric, because of the limit of parameters or because the name"
                    + " is longer than 256 bytes; they are sent all the same.";

    private final MeterRegistry registry;
    private final BridgeMonitor monitor;
    private final HousekeepingTables tables;
    private final BridgeHealth health;
    private final LatestValues latest;
    private final Map<String, Meters<?>> shown = new HashMap<>();
    private volatile Map<String, Condition> conditions = Map.of();
    private volatile BooleanSupplier readiness = () -> true;
    private volatile boolean ready;

    /**
     * Creates it; {@link #refresh} makes the meters.
     *
     * @param latest shown too, in how many values it holds; null for none
     */
    BridgeMetrics(
            MeterRegistry registry,
            BridgeMonitor monitor,
            HousekeepingTables tables,
            BridgeHealth health,
            LatestValues latest) {
        this.registry = registry;
        this.monitor = monitor;
        this.tables = tables;
        this.health = health;
        this.latest = latest;
        quarantine(monitor.quarantine());
        if (latest != null) {
            latest();
        }
    }

    /**
     * Shows the readiness as a whole, which has parts that are none of the bridge's own.
     *
     * @param whether asked by each {@link #refresh}
     */
    void showReady(BooleanSupplier whether) {
        readiness = whether;
        ready = whether.getAsBoolean();
        new Meters<>(registry, this)
                .gauge(
                        "tcsstamp.ready",
                        "1 while the bridge is ready, as its health tells it, else 0.",
                        metrics -> metrics.ready ? 1 : 0);
    }

    /**
     * Makes meters for what is new, removes those of what is gone, and looks at the health and the
     * spools' files; to be called about once a second.
     */
    void refresh() {
        try {
            ready = readiness.getAsBoolean();
            look();
        } catch (RuntimeException e) {
            // else it would be the last time
            LOG.error("the metrics cannot be brought up to date", e);
        }
    }

    private synchronized void look() {
        if (latest != null) {
            latest.forgetStale();
        }
        conditions =
                health.conditions().stream()
                        .collect(Collectors.toMap(Condition::id, Function.identity(), (a, b) -> b));
        Map<String, Meters<?>> before = new HashMap<>(shown);
        shown.clear();
        monitor.sources()
                .forEach(
                        (id, counters) -> {
                            Housekeeping table = tables.table(id);
                            keep("read " + id, counters, before, () -> source(id, counters));
                            keep("table " + id, table, before, () -> table(id, table));
                        });
        monitor.spools()
                .forEach((id, spool) -> keep("spool " + id, spool, before, () -> spool(id, spool)));
        links().forEach((key, link) -> keep(key, link, before, () -> link(link)));
        for (String part : conditions.keySet()) {
            keep("health " + part, this, before, () -> part(part));
        }
        before.values().forEach(Meters::remove);
    }

    /** Another object of the same key has the meters of that key from then on. */
    private void keep(
            String key, Object object, Map<String, Meters<?>> before, Supplier<Meters<?>> make) {
        Meters<?> meters = before.remove(key);
        if (meters != null && !meters.show(object)) {
            meters.remove();
            meters = null;
        }
        shown.put(key, meters == null ? make.get() : meters);
    }

    /** Of several links to the same end the last one added is the one in use. */
    private Map<String, Link> links() {
        Map<String, Link> links = new HashMap<>();
        monitor.links().forEach(link -> links.put("link " + link.end() + link.address(), link));
        return links;
    }

    private Meters<SourceCounters> source(String id, SourceCounters counters) {
        PacketCounters packets = counters.packets();
        return new Meters<>(registry, counters, "source", id)
                .count(
                        "tcsstamp.records.read",
                        "Records read, whatever became of them: forwarded + superseded +"
                                + " quarantined + pending.",
                        SourceCounters::read)
                .count(
                        "tcsstamp.records.quarantined",
                        "Records that could not be read or sent and went into the quarantine.",
                        SourceCounters::quarantined)
                .count(
                        "tcsstamp.packets.decoded",
                        "Packets that gave values.",
                        c -> packets.total().decoded())
                .count(
                        "tcsstamp.packets.failed",
                        "Packets that could not be decoded and went into the quarantine.",
                        c -> packets.total().failed())
                .count(
                        "tcsstamp.packets.missing",
                        "Packets that never came, by the gaps of their sequence counts.",
                        c -> packets.total().missing());
    }

    private Meters<Housekeeping> table(String id, Housekeeping table) {
        return new Meters<>(registry, table, "source", id)
                .count(
                        "tcsstamp.records.forwarded",
                        "Records that became lines.",
                        Housekeeping::forwarded)
                .count(
                        "tcsstamp.records.superseded",
                        "Records that a later value of the same name replaced before they were"
                                + " sent (stamp.rate).",
                        Housekeeping::superseded)
                .gauge(
                        "tcsstamp.records.pending",
                        "Records that wait for the next emission.",
                        Housekeeping::pending)
                .count(
                        "tcsstamp.lines.repeated",
                        "Lines made again of values that did not change (stamp.clear=false).",
                        Housekeeping::repeated);
    }

    private Meters<Spool> spool(String id, Spool spool) {
        SpoolCounters counters = spool.counters();
        return new Meters<>(registry, spool, "destination", id)
                .count(
                        "tcsstamp.lines.recovered",
                        "Lines that the last run had left in the spool: recovered + accepted ="
                                + " confirmed + spooled + dropped.",
                        s -> counters.recovered())
                .count(
                        "tcsstamp.lines.accepted",
                        "Lines put into the spool for the destination.",
                        s -> counters.accepted())
                .count(
                        "tcsstamp.lines.confirmed",
                        "Lines that the destination has, as far as can be known.",
                        s -> counters.confirmed())
                .count(
                        "tcsstamp.lines.dropped",
                        "Lines given up because the spool was full or could not be written: lost.",
                        s -> counters.dropped())
                .count(
                        "tcsstamp.lines.resent",
                        "Lines sent once more because it was not known that they arrived.",
                        s -> counters.resent())
                .gauge(
                        "tcsstamp.lines.spooled",
                        "Lines in the spool that are not confirmed, sent or not.",
                        Spool::lines)
                .gauge(
                        "tcsstamp.spool.size",
                        BYTES,
                        "Bytes of the lines in the spool that are not confirmed.",
                        Spool::bytes)
                .gauge(
                        "tcsstamp.spool.limit",
                        BYTES,
                        "Bytes of lines that the spool may hold (spool.max-bytes).",
                        Spool::maxBytes)
                .gauge(
                        "tcsstamp.spool.oldest.age",
                        SECONDS,
                        "How long ago the oldest line that is not confirmed was put into the"
                                + " spool; 0 where there is none.",
                        s -> figure("spool-" + id, "oldestSeconds"))
                .gauge(
                        "tcsstamp.spool.unsent.age",
                        SECONDS,
                        "How long ago the oldest line that was never sent was put into the spool;"
                                + " 0 where there is none.",
                        s -> figure("spool-" + id, "unsentSeconds"));
    }

    private double figure(String part, String detail) {
        Condition condition = conditions.get(part);
        return condition != null && condition.details().get(detail) instanceof Number number
                ? number.doubleValue()
                : 0;
    }

    private Meters<Link> link(Link link) {
        return new Meters<>(registry, link, "end", link.end(), "address", link.address())
                .gauge(
                        "tcsstamp.link.up",
                        "1 while the end is connected, else 0.",
                        l -> l.state() == LinkState.UP ? 1 : 0)
                .gauge(
                        "tcsstamp.link.changed.timestamp",
                        SECONDS,
                        "Since when it has been so, in seconds since 1970-01-01 UTC.",
                        l -> l.since().toEpochMilli() / 1000.0)
                .gauge(
                        "tcsstamp.link.silent",
                        "1 from when no byte has come for longer than it should take until one"
                                + " comes, also where the link breaks meanwhile; else 0.",
                        l -> l.silentSince().isPresent() ? 1 : 0)
                .gauge(
                        "tcsstamp.link.stalled",
                        "1 while the end is connected and takes nothing although lines wait, else"
                                + " 0.",
                        l -> l.stalledSince().isPresent() ? 1 : 0);
    }

    private Meters<BridgeMetrics> part(String part) {
        return new Meters<>(registry, this, "part", part)
                .gauge(
                        "tcsstamp.health.up",
                        "1 while the part works, else 0; the health says why.",
                        metrics -> metrics.is(part, Level.DOWN) ? 0 : 1)
                .gauge(
                        "tcsstamp.health.degraded",
                        "1 while the part works and somebody should look after it, else 0.",
                        metrics -> metrics.is(part, Level.DEGRADED) ? 1 : 0);
    }

    private boolean is(String part, Level level) {
        Condition condition = conditions.get(part);
        return condition != null && condition.level() == level;
    }

    private void quarantine(Quarantine quarantine) {
        new Meters<>(registry, quarantine)
                .count(
                        "tcsstamp.quarantine.records",
                        "Records, blocks and packets put into the quarantine.",
                        Quarantine::records)
                .count(
                        "tcsstamp.quarantine.bytes",
                        "Bytes put into the quarantine.",
                        Quarantine::bytes)
                .count(
                        "tcsstamp.quarantine.unstored",
                        "Records, blocks and packets that the quarantine could not keep: its"
                                + " limit is reached, or it could not be written.",
                        Quarantine::unstored);
    }

    private void latest() {
        new Meters<>(registry, latest)
                .gauge(
                        "tcsstamp.parameters.held",
                        "Parameters whose latest value is held, numbers or not.",
                        LatestValues::size)
                .gauge(
                        "tcsstamp.parameters.limit",
                        "Parameters whose latest value can be held (metrics.max-series).",
                        LatestValues::capacity);
        new Meters<>(registry, latest, "reason", "limit")
                .count("tcsstamp.parameters.unheld", UNHELD, LatestValues::beyondCapacity);
        new Meters<>(registry, latest, "reason", "name")
                .count("tcsstamp.parameters.unheld", UNHELD, LatestValues::withLongName);
    }
}
