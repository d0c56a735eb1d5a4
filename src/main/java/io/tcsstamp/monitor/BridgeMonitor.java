package io.tcsstamp.monitor;

import io.tcsstamp.spool.Spool;
import io.tcsstamp.telemetry.Rejection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything that watches one running bridge: its links, its quarantine and its counters.
 * Thread-safe.
 */
public final class BridgeMonitor {
    private final Quarantine quarantine;
    private final Consumer<Link> onDown;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final OpenStreams streams = new OpenStreams();
    private final StoppedSources stopped = new StoppedSources(this::linksOf);
    private final Map<String, SourceCounters> sources = new TreeMap<>();
    private final Map<String, Spool> spools = new TreeMap<>();
    private final Map<String, Supplier<Condition>> conditions = new TreeMap<>();

    /**
     * Creates a monitor.
     *
     * @param onDown told whenever a link goes down
     */
    public BridgeMonitor(Quarantine quarantine, Consumer<Link> onDown) {
        this.quarantine = quarantine;
        this.onDown = onDown;
    }

    /** The streams that are being read. */
    public OpenStreams streams() {
        return streams;
    }

    /** The sources that were stopped while the bridge runs. */
    public StoppedSources stopped() {
        return stopped;
    }

    /** Where bytes that cannot be read go. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * Counts something of a source as quarantined and keeps it; a further piece of it counts no
     * more.
     *
     * @param source the source's id
     * @param origin where it came from, for whoever reads the quarantine
     */
    public void quarantine(String source, String origin, Rejection rejection) {
        if (!rejection.continued()) {
            source(source).quarantined(1);
        }
        quarantine.add(origin, rejection);
    }

    /** Adds a link that no route has. */
    public Link addLink(String end, String address) {
        return addLink(end, address, "");
    }

    /** Adds the link of a route. */
    public Link addLink(String end, String address, String route) {
        Link link = new Link(end, address, route, onDown);
        links.add(link);
        return link;
    }

    private List<Link> linksOf(String route) {
        return links.stream().filter(link -> link.route().equals(route)).toList();
    }

    /** Forgets the links of a route that there is no more. */
    public void removeLinks(String route) {
        links.removeAll(linksOf(route));
    }

    /** All links, in the order added. */
    public List<Link> links() {
        return List.copyOf(links);
    }

    /** The counters of a source, made when first asked for. */
    public synchronized SourceCounters source(String id) {
        return sources.computeIfAbsent(id, key -> new SourceCounters());
    }

    /**
     * Adds a part whose condition counts for the bridge's health; one of that id is replaced.
     *
     * @param condition looked at when it is asked for, by any thread
     */
    public synchronized void addPart(String id, Supplier<Condition> condition) {
        conditions.put(id, condition);
    }

    /** The parts added by {@link #addPart}, by id. */
    public synchronized Map<String, Supplier<Condition>> parts() {
        return new TreeMap<>(conditions);
    }

    /** Adds the spool of a destination. */
    public synchronized void addSpool(String destination, Spool spool) {
        spools.put(destination, spool);
    }

    /** The counters of all sources by id. */
    public synchronized Map<String, SourceCounters> sources() {
        return new TreeMap<>(sources);
    }

    /** The spools of all destinations by id. */
    public synchronized Map<String, Spool> spools() {
        return new TreeMap<>(spools);
    }
}
