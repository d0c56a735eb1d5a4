package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.jmx.RefusedException;
import io.tcsstamp.monitor.jmx.SourceControl;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * The sources of a bridge as routes: those made from a template that has an {@code endpoint}, and
 * whatever else something was counted of. Thread-safe.
 */
final class RouteSources implements SourceControl {
    private final CamelContext context;
    private final BridgeMonitor monitor;
    private final SourceSwitch routes;

    RouteSources(CamelContext context, BridgeMonitor monitor) {
        this.context = context;
        this.monitor = monitor;
        this.routes = new SourceSwitch(context, monitor);
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>(monitor.sources().keySet());
        for (RouteDefinition route : model().getRouteDefinitions()) {
            if (parameters(route).containsKey("endpoint")) {
                ids.add(route.getRouteId());
            }
        }
        return ids;
    }

    private ModelCamelContext model() {
        return (ModelCamelContext) context;
    }

    private static Map<String, Object> parameters(RouteDefinition route) {
        Map<String, Object> all = new HashMap<>();
        if (route.getTemplateDefaultParameters() != null) {
            all.putAll(route.getTemplateDefaultParameters());
        }
        if (route.getTemplateParameters() != null) {
            all.putAll(route.getTemplateParameters());
        }
        return all;
    }

    /** True where a source sends packets: its template takes definitions. */
    boolean isPackets(String id) {
        RouteDefinition route = model().getRouteDefinition(id);
        return route != null && parameters(route).containsKey("definitions");
    }

    @Override
    public String state(String id) {
        ServiceStatus status = context.getRouteController().getRouteStatus(id);
        return status == null ? "" : status.name();
    }

    @Override
    public String endpoint(String id) {
        RouteDefinition route = model().getRouteDefinition(id);
        return route == null ? "" : String.valueOf(parameters(route).getOrDefault("endpoint", ""));
    }

    @Override
    public String stop(String id) throws RefusedException {
        return routes.stop(id);
    }

    @Override
    public String start(String id) throws RefusedException {
        return routes.start(id);
    }
}
