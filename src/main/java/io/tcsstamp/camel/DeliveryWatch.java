package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.Link;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/**
 * Books what each destination took and tells the operator when one does not take its lines.
 * Thread-safe.
 */
public final class DeliveryWatch {
    private final BridgeMonitor monitor;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    /** Creates the watch of one bridge. */
    public DeliveryWatch(BridgeMonitor monitor) {
        this.monitor = monitor;
    }

    /** The lines of this exchange shall go to all destinations. */
    public void accepted(Exchange exchange) {
        int lines = lines(exchange);
        monitor.destinations().values().forEach(counters -> counters.accepted(lines));
    }

    /** The destination took the lines of this exchange. */
    public void sent(Exchange exchange) {
        String destination = exchange.getFromRouteId();
        monitor.destination(destination).sent(lines(exchange));
        Link link = links.get(destination);
        if (link != null) {
            link.up();
        }
    }

    /** The destination did not take the lines; they are kept and tried again. */
    public void failed(Exchange exchange) {
        String destination = exchange.getFromRouteId();
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (cause != null && !hasLinkOfItsOwn(destination)) {
            links.computeIfAbsent(destination, id -> monitor.addLink("destination", id))
                    .down(FailureText.of(cause) + "; trying again");
        }
    }

    /**
     * True while the lines of this exchange shall be tried again; a mere attempt to connect is not.
     */
    public boolean tryAgain(Exchange exchange) {
        return lines(exchange) > 0;
    }

    private boolean hasLinkOfItsOwn(String destination) {
        return monitor.links().stream().anyMatch(link -> link.end().equalsIgnoreCase(destination));
    }

    private static int lines(Exchange exchange) {
        return exchange.getMessage().getHeader(BridgeConstants.LINES, 0, Integer.class);
    }
}
