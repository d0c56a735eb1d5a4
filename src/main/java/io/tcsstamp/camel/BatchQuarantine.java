package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.tcs.TcsFormatter;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.ArrayList;
import java.util.List;
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

    /** The cause of what a step failed on: whole blocks of a TCS EGSE, or one packet. */
    static final String STEP = "step";

    private final BridgeMonitor monitor;

    BatchQuarantine(BridgeMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String route = exchange.getFromRouteId();
        Object body = exchange.getMessage().getBody();
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
        ReplayMark replay = ReplayMark.of(exchange);
        if (replay != null) {
            replay.failed();
        }
        for (Rejection rejection : rejections(body, "a step of the route failed: " + cause)) {
            monitor.quarantine().add(route, replay == null ? rejection : replay.again(rejection));
        }
    }

    /** As it came, or where it is an emission already as the source would have written it. */
    private static List<Rejection> rejections(Object body, String reason) {
        if (body instanceof ReceivedPackets packets) {
            List<Rejection> rejections = new ArrayList<>(packets.size());
            for (byte[] packet : packets) {
                rejections.add(packets.received(Rejection.because(STEP, packet, reason, false)));
            }
            return rejections;
        }
        if (body instanceof SampleBatch batch) {
            byte[] block = new TcsFormatter().format(batch);
            return List.of(Rejection.because("emission", block, reason, false));
        }
        byte[] bytes = body instanceof byte[] array ? array : new byte[0];
        return List.of(Rejection.because(STEP, bytes, reason, false));
    }
}
