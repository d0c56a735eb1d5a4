package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.QuarantineShelf;
import io.tcsstamp.monitor.jmx.BridgeBeanSet;
import io.tcsstamp.telemetry.LatestValues;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge's own MBeans in the platform's server, where the console shows them. Used by the
 * threads that start and stop the bridge, one after the other.
 */
final class BridgeMBeans {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeMBeans.class);

    private final BridgeMonitor monitor;
    private final BridgeHealth health;
    private final HousekeepingTables tables;
    private final LatestValues latest;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private CamelContext context;
    private BridgeBeanSet beans;
    private QuarantineReplay replay;
    private ScheduledExecutorService executor;

    /**
     * Creates it.
     *
     * @param latest null where nobody keeps them
     */
    BridgeMBeans(
            BridgeMonitor monitor,
            BridgeHealth health,
            HousekeepingTables tables,
            LatestValues latest) {
        this.monitor = monitor;
        this.health = health;
        this.tables = tables;
        this.latest = latest;
    }

    /** Registers one for each link, spool and source, also of those that come later. */
    void register(CamelContext of) {
        context = of;
        RouteSources sources = new RouteSources(of, monitor);
        replay = replay(of, sources);
        try {
            beans =
                    new BridgeBeanSet(
                            ManagementFactory.getPlatformMBeanServer(),
                            version(),
                            monitor,
                            health,
                            tables::table,
                            id -> latest == null ? List.of() : latest.of(id),
                            sources,
                            replay,
                            started,
                            Clock.systemUTC());
        } catch (IllegalStateException e) {
            replay.close();
            LOG.warn("there will be no MBeans of the bridge: {}", e.getMessage());
            return;
        }
        executor =
                of.getExecutorServiceManager()
                        .newSingleThreadScheduledExecutor(this, "tcs-stamp MBeans");
        executor.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
    }

    private QuarantineReplay replay(CamelContext of, RouteSources sources) {
        return new QuarantineReplay(
                new QuarantineShelf(monitor.quarantine()),
                new ReplayRoutes(of, sources),
                of.getExecutorServiceManager().newSingleThreadExecutor(this, "tcs-stamp replay"));
    }

    private static String version() {
        String version = BridgeMBeans.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private void refresh() {
        try {
            beans.refresh();
        } catch (RuntimeException e) {
            // else it would be the last time
            LOG.debug("the MBeans cannot be looked after now", e);
        }
    }

    /** The domain that they are in; null where there are none. */
    String domain() {
        return beans == null ? null : beans.domain();
    }

    /** Removes them. */
    void unregister() {
        if (beans != null) {
            context.getExecutorServiceManager().shutdownNow(executor);
            beans.close();
            beans = null;
            replay.close();
        }
    }
}
