package io.tcsstamp.monitor;

import io.tcsstamp.monitor.Condition.Level;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells how each link, each spool and the quarantine of a bridge are. Thread-safe. */
public final class BridgeHealth {
    private final BridgeMonitor monitor;
    private final Duration longest;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param longest how long lines may wait in a spool without having been sent
     */
    public BridgeHealth(BridgeMonitor monitor, Duration longest, Clock clock) {
        this.monitor = monitor;
        this.longest = longest;
        this.clock = clock;
    }

    /** The parts that there are now, by id; each is looked at when it is asked for. */
    public Map<String, Supplier<Condition>> parts() {
        Map<String, Supplier<Condition>> parts = new LinkedHashMap<>();
        for (Link link : monitor.links()) {
            String id = "link-" + link.end().toLowerCase(Locale.ROOT) + "-" + link.address();
            parts.put(id, () -> link(id, link));
        }
        monitor.spools()
                .forEach((name, spool) -> parts.put("spool-" + name, () -> spool(name, spool)));
        parts.putAll(monitor.parts());
        monitor.stopped().conditions().forEach(stop -> parts.put(stop.id(), () -> stop));
        parts.put("quarantine", this::quarantine);
        return parts;
    }

    /** All parts as they are now; reads the spools' files. */
    public List<Condition> conditions() {
        return parts().values().stream().map(Supplier::get).toList();
    }

    /** The spools alone. */
    List<Condition> spools() {
        List<Condition> conditions = new ArrayList<>();
        monitor.spools().forEach((name, spool) -> conditions.add(spool(name, spool)));
        return conditions;
    }

    private static Condition link(String id, Link link) {
        Map<String, Object> details = new TreeMap<>();
        details.put("end", link.end());
        details.put("address", link.address());
        details.put("state", link.state().name());
        details.put("since", link.since().toString());
        link.silentSince().ifPresent(since -> details.put("silentSince", since.toString()));
        link.stalledSince().ifPresent(since -> details.put("stalledSince", since.toString()));
        boolean up = link.state() == LinkState.UP;
        if (up && link.silentSince().isEmpty() && link.stalledSince().isEmpty()) {
            return new Condition(id, Level.UP, "", details);
        }
        Level level = up ? Level.DEGRADED : Level.DOWN;
        String since = up ? "" : " (since " + link.since() + ")";
        return new Condition(id, level, link + since, details);
    }

    private Condition spool(String destination, Spool spool) {
        SpoolStatus status = spool.status();
        Map<String, Object> details = new TreeMap<>();
        details.put("destination", destination);
        details.put("durable", spool.isDurable());
        details.put("lines", status.lines());
        details.put("bytes", status.bytes());
        details.put("dropped", spool.counters().dropped());
        status.oldest().ifPresent(oldest -> details.put("oldestSeconds", age(oldest)));
        status.unsent().ifPresent(unsent -> details.put("unsentSeconds", age(unsent)));
        String id = "spool-" + destination;
        if (!status.trouble().isEmpty()) {
            return new Condition(id, Level.DOWN, destination + ": " + status.trouble(), details);
        }
        long age = status.unsent().map(this::age).orElse(0L);
        if (age > longest.toSeconds()) {
            String message = destination + ": lines have waited to be sent for " + age + " s";
            return new Condition(id, Level.DEGRADED, message, details);
        }
        return new Condition(id, Level.UP, "", details);
    }

    private long age(Instant stored) {
        return Math.max(0, Duration.between(stored, clock.instant()).toSeconds());
    }

    private Condition quarantine() {
        Map<String, Object> details = new TreeMap<>();
        details.put("bytes", monitor.quarantine().bytes());
        details.put("unstored", monitor.quarantine().unstored());
        return new Condition("quarantine", Level.UP, "", details);
    }
}
