package io.tcsstamp.camel;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolCounters;
import io.tcsstamp.telemetry.Housekeeping;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * Gives the counters of a bridge to micrometer: records by source (read = forwarded + superseded +
 * quarantined + pending), packets by source, lines by destination (recovered + accepted = confirmed
 * + spooled + dropped), links and quarantine.
 */
final class BridgeMetrics {
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";

    private final MeterRegistry registry;

    private BridgeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Binds what exists now. */
    static void bind(MeterRegistry registry, BridgeMonitor monitor, HousekeepingTables tables) {
        BridgeMetrics metrics = new BridgeMetrics(registry);
        monitor.sources().forEach((id, counters) -> metrics.source(id, counters, tables.table(id)));
        monitor.spools().forEach(metrics::destination);
        monitor.links().forEach(metrics::link);
        metrics.quarantine(monitor.quarantine());
    }

    private void source(String id, SourceCounters counters, Housekeeping table) {
        count("tcsstamp.records.read", SOURCE, id, counters, SourceCounters::read);
        count("tcsstamp.records.quarantined", SOURCE, id, counters, SourceCounters::quarantined);
        count("tcsstamp.records.forwarded", SOURCE, id, table, Housekeeping::forwarded);
        count("tcsstamp.records.superseded", SOURCE, id, table, Housekeeping::superseded);
        gauge("tcsstamp.records.pending", SOURCE, id, table, Housekeeping::pending);
        PacketCounters packets = counters.packets();
        count("tcsstamp.packets.decoded", SOURCE, id, packets, p -> p.total().decoded());
        count("tcsstamp.packets.failed", SOURCE, id, packets, p -> p.total().failed());
        count("tcsstamp.packets.missing", SOURCE, id, packets, p -> p.total().missing());
        count("tcsstamp.lines.repeated", SOURCE, id, table, Housekeeping::repeated);
    }

    private void destination(String id, Spool spool) {
        SpoolCounters counters = spool.counters();
        count("tcsstamp.lines.recovered", DESTINATION, id, counters, SpoolCounters::recovered);
        count("tcsstamp.lines.accepted", DESTINATION, id, counters, SpoolCounters::accepted);
        count("tcsstamp.lines.confirmed", DESTINATION, id, counters, SpoolCounters::confirmed);
        count("tcsstamp.lines.dropped", DESTINATION, id, counters, SpoolCounters::dropped);
        count("tcsstamp.lines.resent", DESTINATION, id, counters, SpoolCounters::resent);
        gauge("tcsstamp.lines.spooled", DESTINATION, id, spool, Spool::lines);
        gauge("tcsstamp.spool.bytes", DESTINATION, id, spool, Spool::bytes);
        gauge("tcsstamp.spool.age", DESTINATION, id, spool, BridgeMetrics::age);
    }

    /** Seconds since the oldest lines were stored, 0 where there are none; reads the file. */
    private static double age(Spool spool) {
        return spool.status()
                .oldest()
                .map(stored -> Duration.between(stored, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void link(Link link) {
        Gauge.builder("tcsstamp.link.up", link, l -> l.state() == LinkState.UP ? 1 : 0)
                .tag("end", link.end())
                .tag("address", link.address())
                .strongReference(true)
                .register(registry);
    }

    private void quarantine(Quarantine quarantine) {
        FunctionCounter.builder("tcsstamp.quarantine.bytes", quarantine, Quarantine::bytes)
                .register(registry);
        FunctionCounter.builder("tcsstamp.quarantine.unstored", quarantine, Quarantine::unstored)
                .register(registry);
    }

    private <T> void count(
            String name, String tag, String id, T object, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, object, value).tag(tag, id).register(registry);
    }

    private <T> void gauge(
            String name, String tag, String id, T object, ToDoubleFunction<T> value) {
        Gauge.builder(name, object, value).tag(tag, id).strongReference(true).register(registry);
    }
}
