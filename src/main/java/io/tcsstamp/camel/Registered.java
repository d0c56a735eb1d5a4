package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.telemetry.LatestValues;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.StatefulService;

/** Finds what all adapters of one Camel context share. Stateless. */
final class Registered {
    private static final long MEMORY = 16L << 20;

    private Registered() {}

    /**
     * The monitor of the context; where the application has bound none, one that keeps its
     * quarantine in {@code quarantine} below the working folder is made and bound.
     */
    static BridgeMonitor monitor(CamelContext context) {
        synchronized (context) {
            BridgeMonitor monitor = context.getRegistry().findSingleByType(BridgeMonitor.class);
            if (monitor == null) {
                Quarantine quarantine =
                        new Quarantine(Path.of("quarantine"), 1L << 30, Clock.systemUTC());
                monitor = new BridgeMonitor(quarantine, link -> {});
                context.getRegistry().bind("bridgeMonitor", monitor);
            }
            return monitor;
        }
    }

    /** The spools of the context; where the application has bound none, they are in memory. */
    static Spools spools(CamelContext context) {
        synchronized (context) {
            Spools spools = context.getRegistry().findSingleByType(Spools.class);
            if (spools == null) {
                spools = new Spools(name -> SpoolOptions.inMemory(MEMORY), monitor(context));
                context.getRegistry().bind("spools", spools);
            }
            return spools;
        }
    }

    /** The latest values of the context; null where nobody looks at them. */
    static LatestValues latest(CamelContext context) {
        return context.getRegistry().findSingleByType(LatestValues.class);
    }

    /** True when a route shall make no connection any more. */
    static boolean isStopping(CamelContext context, String routeId) {
        return isOver(context, routeId) || monitor(context).stopped().find(routeId).isPresent();
    }

    /** True when a route takes nothing any more. */
    static boolean isOver(CamelContext context, String routeId) {
        if (context.isStopping() || context.isStopped()) {
            return true;
        }
        ServiceStatus status = context.getRouteController().getRouteStatus(routeId);
        return status != null && !(status.isStarting() || status.isStarted())
                || isConsumerOver(context.getRoute(routeId));
    }

    /** A consumer stops before its route does. */
    private static boolean isConsumerOver(Route route) {
        return route != null
                && route.getConsumer() instanceof StatefulService consumer
                && (consumer.isStopping() || consumer.isStopped());
    }
}
