package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.jmx.BridgeBeanSet;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
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
    private final Instant started = Instant.now();
    private CamelContext context;
    private BridgeBeanSet beans;
    private ScheduledExecutorService executor;

    BridgeMBeans(BridgeMonitor monitor, BridgeHealth health, HousekeepingTables tables) {
        this.monitor = monitor;
        this.health = health;
        this.tables = tables;
    }

    /** Registers one for each link, spool and source, also of those that come later. */
    void register(CamelContext of) {
        context = of;
        try {
            beans =
                    new BridgeBeanSet(
                            ManagementFactory.getPlatformMBeanServer(),
                            version(),
                            monitor,
                            health,
                            tables::table,
                            new RouteSources(of, monitor),
                            started,
                            Clock.systemUTC());
        } catch (IllegalStateException e) {
            LOG.warn("there will be no MBeans of the bridge: {}", e.getMessage());
            return;
        }
        executor =
                of.getExecutorServiceManager()
                        .newSingleThreadScheduledExecutor(this, "tcs-stamp MBeans");
        executor.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
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
        }
    }
}
