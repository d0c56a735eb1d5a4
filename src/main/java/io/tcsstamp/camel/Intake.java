package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what a source's parser read: counts it, puts what it rejected into quarantine, and says
 * once when the TCS EGSE sends blocks without values. Used by its route's thread only.
 */
public class Intake implements Processor, CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** How many blocks without a value in a row are worth a word. */
    private static final int EMPTY_BLOCKS = 10;

    private CamelContext camelContext;
    private BridgeMonitor monitor;
    private String source = "tcs";
    private String endpoint = "";
    private boolean emptyReported;

    @Override
    public void process(Exchange exchange) {
        if (monitor == null) {
            monitor = Registered.monitor(camelContext);
        }
        SampleBatch batch = exchange.getMessage().getBody(SampleBatch.class);
        String origin = source + " " + endpoint;
        exchange.getMessage().setHeader(BridgeConstants.SOURCE, source);
        exchange.getMessage().setHeader(BridgeConstants.ORIGIN, origin);
        monitor.source(source).read(batch.recordCount());
        for (Rejection rejection : batch.rejections()) {
            monitor.quarantine(source, origin, rejection);
        }
        reportEmpty(batch);
        // the script's -v and -vvv
        LOG.debug("{} {}: {}", source, endpoint, batch);
        if (LOG.isTraceEnabled()) {
            for (Sample sample : batch) {
                LOG.trace("{}: {} {} {}", source, sample.time(), sample.name(), sample.raw());
            }
        }
    }

    private void reportEmpty(SampleBatch batch) {
        if (!emptyReported && batch.emptyRun() >= EMPTY_BLOCKS) {
            LOG.warn(
                    "{} {}: {} blocks in a row without a value: the TCS sends no values, is the MMI"
                            + " user logged in?",
                    source,
                    endpoint,
                    EMPTY_BLOCKS);
            emptyReported = true;
        } else if (emptyReported && !batch.isEmpty()) {
            LOG.info("{} {}: values come again", source, endpoint);
            emptyReported = false;
        }
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the TCS EGSE is, {@code HOST:PORT}. */
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
