package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteEvent;
import org.apache.camel.spi.CamelEvent.RouteRemovedEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.spi.CamelEvent.RouteStoppedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Notices that the route of a source was stopped, started or removed, whoever did it. */
final class SourceEvents extends EventNotifierSupport {
    private final BridgeMonitor monitor;

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
        } else if (event instanceof RouteRemovedEvent) {
            monitor.stopped().remove(id);
            monitor.removeLinks(id);
        } else if (new RouteSources(context, monitor).ids().contains(id)) {
            monitor.stopped().add(id, "its route was stopped");
            monitor.stopped().ended(id);
        }
    }
}
