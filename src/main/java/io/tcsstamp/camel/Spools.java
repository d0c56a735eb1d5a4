package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The spools of one bridge by the name that routes use. Thread-safe. */
public final class Spools implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spools.class);
    private static final long SETTLE_SECONDS = 1;

    private final Function<String, SpoolOptions> options;
    private final BridgeMonitor monitor;
    private final Map<String, Spool> spools = new ConcurrentHashMap<>();
    private final ScheduledExecutorService caretaker =
            Executors.newSingleThreadScheduledExecutor(Spools::thread);

    /**
     * Creates them; a spool is opened when it is first asked for.
     *
     * @param options how the spool of a name behaves
     */
    public Spools(Function<String, SpoolOptions> options, BridgeMonitor monitor) {
        this.options = options;
        this.monitor = monitor;
        caretaker.scheduleWithFixedDelay(
                this::settle, SETTLE_SECONDS, SETTLE_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "spools");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What is only in memory goes to disk as soon as that works again, also while nothing is sent.
     */
    private void settle() {
        spools.forEach(Spools::settle);
    }

    private static void settle(String name, Spool spool) {
        try {
            spool.settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // else it would be the last time
            LOG.error("{}: its spool cannot be taken care of; trying again", name, e);
        }
    }

    /** The spool of a name. */
    public Spool get(String name) {
        return spools.computeIfAbsent(name, this::open);
    }

    private Spool open(String name) {
        Spool spool = Spool.open(name, options.apply(name));
        monitor.addSpool(name, spool);
        return spool;
    }

    /** Closes them all; what is on disk is there at the next start. */
    @Override
    public void close() {
        caretaker.shutdownNow();
        spools.values().forEach(Spool::close);
    }
}
