package io.tcsstamp.monitor;

import io.tcsstamp.monitor.Condition.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources that were stopped while the bridge runs, so that nobody forgets them. Thread-safe.
 */
public final class StoppedSources {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedSources.class);

    private final Function<String, List<Link>> links;
    private final Map<String, Stop> stops = new TreeMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Runnable> starts = new ConcurrentHashMap<>();

    /**
     * A stop.
     *
     * @param since when it was
     * @param reason who did it
     */
    public record Stop(Instant since, String reason) {
        @Override
        public String toString() {
            return reason + " (since " + since + ")";
        }
    }

    StoppedSources(Function<String, List<Link>> links) {
        this.links = links;
    }

    /**
     * A source is being stopped, or was; no effect where that is known.
     *
     * @param reason who did it, such as {@code stopped by an operator}
     */
    public synchronized void add(String source, String reason) {
        stops.putIfAbsent(source, new Stop(Instant.now().truncatedTo(ChronoUnit.MILLIS), reason));
    }

    /** The route of a source that was added has come to its end; the log tells it once. */
    public synchronized void ended(String source) {
        Stop stop = stops.get(source);
        if (stop != null) {
            if (told.add(source)) {
                LOG.info("{}: {}", source, stop.reason());
            }
            links.apply(source).forEach(link -> link.stopped(stop.reason()));
        }
    }

    /** Has something done whenever a source that was stopped starts again. */
    public void onStart(String source, Runnable action) {
        starts.put(source, action);
    }

    /** A source that was stopped starts again. */
    public void started(String source) {
        if (remove(source)) {
            starts.getOrDefault(source, () -> {}).run();
        }
    }

    /** A source is not stopped any more, or it has gone; false where it was not stopped. */
    public synchronized boolean remove(String source) {
        boolean known = stops.remove(source) != null;
        told.remove(source);
        if (known) {
            links.apply(source).forEach(Link::started);
        }
        return known;
    }

    /** How a source was stopped; absent where it was not. */
    public synchronized Optional<Stop> find(String source) {
        return Optional.ofNullable(stops.get(source));
    }

    /** The condition of each source that was stopped: it does not do what it is there for. */
    synchronized List<Condition> conditions() {
        return stops.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Condition condition(String source, Stop stop) {
        return new Condition(
                "source-" + source,
                Level.DOWN,
                source + ": " + stop,
                Map.of("source", source, "since", stop.since().toString()));
    }
}
