package io.tcsstamp.camel;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionChanges;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether definitions have changed, and then decodes by the new ones. What
 * cannot be used is told once, and the old ones stay. A file is read when two looks in a row have
 * found it the same, so that one that is being written is left alone. Thread-safe.
 */
final class DefinitionWatch {
    /** What is said of the problems of a definition before the rest is left out. */
    static final int MOST_PROBLEMS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionWatch.class);

    private final String name;
    private final PacketDefinitions definitions;
    private final PacketDecoding decoding;
    private ScheduledExecutorService executor;
    private Map<Path, List<Object>> known;
    private Map<Path, List<Object>> seen;
    private volatile String trouble = "";

    /**
     * Creates a watch for definitions that were just loaded.
     *
     * @param name of the source, for the log
     * @param state of the files before they were loaded
     */
    DefinitionWatch(
            String name,
            PacketDefinitions definitions,
            Map<Path, List<Object>> state,
            PacketDecoding decoding) {
        this.name = name;
        this.definitions = definitions;
        this.decoding = decoding;
        this.known = state;
        this.seen = known;
    }

    void start(ExecutorServiceManager executors, int seconds) {
        executor = executors.newSingleThreadScheduledExecutor(this, "tcs-stamp definitions");
        executor.scheduleWithFixedDelay(this::check, seconds, seconds, TimeUnit.SECONDS);
    }

    void stop(ExecutorServiceManager executors) {
        executors.shutdownNow(executor);
    }

    /** Reads now what has changed, without waiting for another look. */
    synchronized void catchUp() {
        seen = definitions.state();
        check();
    }

    /** Looks once. */
    synchronized void check() {
        Map<Path, List<Object>> now = definitions.state();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(known)) {
            return;
        }
        known = now;
        try {
            replace(definitions.load());
        } catch (DefinitionException e) {
            if (e.problems().size() > 1) {
                e.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .forEach(p -> LOG.error("{}: {}", name, p));
            }
            keep(e);
        } catch (IOException
                | RuntimeException
                | LinkageError
                | StackOverflowError
                | OutOfMemoryError e) {
            keep(e);
        }
    }

    private void replace(PacketDecoderSet loaded) {
        DefinitionChanges changes = DefinitionChanges.between(of(decoding.decoders()), of(loaded));
        decoding.replace(loaded);
        trouble = "";
        LOG.info("{}: {} was read again: {}", name, definitions.path(), changes);
    }

    private static List<Definition> of(PacketDecoderSet set) {
        return set.decoders().stream().map(PacketDecoder::definition).toList();
    }

    private void keep(Throwable cause) {
        trouble = PacketDefinitionException.text(cause);
        LOG.error(
                "{}: {} has changed and cannot be used; packets are decoded by what was read"
                        + " before: {}",
                name,
                definitions.path(),
                trouble);
    }

    /** The id of its condition. */
    String id() {
        return "definitions-" + name;
    }

    /** Whether packets are decoded by what the files say now. */
    Condition condition() {
        Map<String, Object> details = Map.of("path", definitions.path().toString());
        return trouble.isEmpty()
                ? new Condition(id(), Level.UP, "", details)
                : new Condition(
                        id(),
                        Level.DEGRADED,
                        name + ": the packet definition cannot be used: " + trouble,
                        details);
    }
}
