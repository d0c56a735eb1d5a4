package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.LatestValues;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SourceValues;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what was read from a source: names the source in the message, counts the records and puts
 * what was rejected into quarantine. Thread-safe where its subclass is.
 */
public abstract class SourceIntake implements Processor, CamelContextAware {
    private final Logger log = LoggerFactory.getLogger(getClass());
    private CamelContext camelContext;
    private SourceValues latest;

    /** Written behind what else is looked up, so that who sees it sees that too. */
    private volatile BridgeMonitor monitor;

    private String source;
    private String endpoint = "";

    SourceIntake(String source) {
        this.source = source;
    }

    /** The samples of a message, which has them as its body from then on. */
    abstract SampleBatch samples(Message message, SourceCounters counters);

    /** Looks at a batch that is in the books. */
    void booked(SampleBatch batch) {}

    @Override
    public final void process(Exchange exchange) {
        if (monitor == null) {
            LatestValues values = Registered.latest(camelContext);
            latest = values == null ? null : values.source(source);
            monitor = Registered.monitor(camelContext);
        }
        Message message = exchange.getMessage();
        SourceCounters counters = monitor.source(source);
        SampleBatch batch = samples(message, counters);
        message.setHeader(BridgeConstants.SOURCE, source);
        message.setHeader(BridgeConstants.ORIGIN, origin());
        counters.read(batch.recordCount());
        ReplayMark replay = ReplayMark.of(exchange);
        for (Rejection rejection : batch.rejections()) {
            monitor.quarantine(
                    source, origin(), replay == null ? rejection : replay.again(rejection));
        }
        if (replay == null) {
            if (latest != null) {
                latest.add(batch);
            }
            booked(batch);
        } else {
            replay.sent(batch.size());
        }
        log.debug("{}: {}", origin(), batch);
        if (log.isTraceEnabled()) {
            for (Sample sample : batch) {
                log.trace("{}: {} {} {}", source, sample.time(), sample.name(), sample.raw());
            }
        }
    }

    /** The source and where it is, for messages. */
    final String origin() {
        return source + " " + endpoint;
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the source is, for messages. */
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
