package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.telemetry.Rejection;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a whole batch into quarantine that a step failed on: the last resort, for mistakes in routes
 * or in this program. Thread-safe.
 */
final class BatchQuarantine implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(BatchQuarantine.class);

    private final BridgeMonitor monitor;

    BatchQuarantine(BridgeMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String route = exchange.getFromRouteId();
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        LOG.error("{}: a step failed on a whole batch, which goes to quarantine", route, cause);
        monitor.quarantine()
                .add(
                        route,
                        new Rejection(
                                bytes == null ? new byte[0] : bytes,
                                "a step of the route failed: " + cause));
    }
}
