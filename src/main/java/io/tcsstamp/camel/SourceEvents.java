package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteEvent;
import org.apache.camel.spi.CamelEvent.RouteRemovedEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.spi.CamelEvent.RouteStoppedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the route of a source was stopped, started or removed, whoever did it; of other
 * routes only the log tells. Thread-safe.
 */
final class SourceEvents extends EventNotifierSupport {
    private static final Logger LOG = LoggerFactory.getLogger(SourceEvents.class);

    private final BridgeMonitor monitor;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    SourceEvents(BridgeMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteStartedEvent
                || event instanceof RouteStoppedEvent
                || event instanceof RouteRemovedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        CamelContext context = ((RouteEvent) event).getRoute().getCamelContext();
        String id = ((RouteEvent) event).getRoute().getRouteId();
        if (context.isStopping() || context.isStopped()) {
            return;
        }
        if (event instanceof RouteStartedEvent) {
            monitor.stopped().started(id);
            if (stopped.remove(id)) {
                LOG.info("the route {} runs again", id);
            }
        } else if (event instanceof RouteRemovedEvent) {
            monitor.stopped().remove(id);
            stopped.remove(id);
            monitor.removeLinks(id);
        } else if (new RouteSources(context, monitor).ids().contains(id)) {
            monitor.stopped().add(id, "its route was stopped");
            monitor.stopped().ended(id);
        } else if (stopped.add(id)) {
            LOG.warn(
                    "the route {} was stopped while the bridge runs: the bridge is not ready; start"
                            + " the route or the bridge again",
                    id);
        }
    }
}
