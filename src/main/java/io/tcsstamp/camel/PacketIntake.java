package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes samples of the packets of a source and books what was read: counts values and packets, and
 * puts into quarantine what could not be decoded. Thread-safe.
 */
public class PacketIntake implements Processor, CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(PacketIntake.class);

    private CamelContext camelContext;
    private volatile BridgeMonitor monitor;
    private String source = "packets";
    private String endpoint = "";

    @Override
    public void process(Exchange exchange) {
        if (monitor == null) {
            monitor = Registered.monitor(camelContext);
        }
        Message message = exchange.getMessage();
        String origin = source + " " + endpoint;
        SourceCounters counters = monitor.source(source);
        SampleBatch batch = message.getBody(DecodedPackets.class).samples(counters.packets());
        message.setBody(batch);
        message.setHeader(BridgeConstants.SOURCE, source);
        message.setHeader(BridgeConstants.ORIGIN, origin);
        counters.read(batch.recordCount());
        for (Rejection rejection : batch.rejections()) {
            monitor.quarantine(source, origin, rejection);
        }
        LOG.debug("{}: {}", origin, batch);
        if (LOG.isTraceEnabled()) {
            for (Sample sample : batch) {
                LOG.trace("{}: {} {} {}", source, sample.time(), sample.name(), sample.raw());
            }
        }
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the packets come from, for messages. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
