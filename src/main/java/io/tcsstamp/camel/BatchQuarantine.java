package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.tcs.TcsFormatter;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.WrappedFile;
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
        Object body = exchange.getMessage().getBody();
        byte[] bytes = bytesOf(body);
        if (body instanceof WrappedFile<?> file) {
            LOG.error(
                    "{}: {} was not read to its end: {}; the packets before that"
                            + " were taken, the rest was not",
                    route,
                    file.getFile(),
                    FailureText.of(cause));
            LOG.debug("{}: reading failed", route, cause);
        } else {
            LOG.error("{}: a step failed on a whole batch, which goes to quarantine", route, cause);
        }
        monitor.quarantine()
                .add(route, new Rejection(bytes, "a step of the route failed: " + cause));
    }

    /** As it came, or where it is an emission already as the source would have written it. */
    private static byte[] bytesOf(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof ReceivedPackets packets) {
            return Arrays.copyOf(packets.packets().bytes(), packets.packets().totalLength());
        }
        return body instanceof SampleBatch batch ? new TcsFormatter().format(batch) : new byte[0];
    }
}
