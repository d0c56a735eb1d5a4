package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.PendingRange;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was pending when the last run ended into the route whose policy this is, when it
 * starts: sources start later, so older samples come before newer ones. They count as read.
 */
final class PendingRestore extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(PendingRestore.class);

    private final PendingJournal journal;
    private final BridgeMonitor monitor;
    private boolean done;

    PendingRestore(PendingJournal journal, BridgeMonitor monitor) {
        this.journal = journal;
        this.monitor = monitor;
    }

    @Override
    public synchronized void onStart(Route route) {
        // a route may be stopped and started again
        if (journal == null || done) {
            return;
        }
        done = true;
        CamelContext context = route.getCamelContext();
        Map<String, Long> restored = new TreeMap<>();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            journal.restore(
                    (entry, samples) -> {
                        restored.merge(entry.source(), (long) samples.size(), Long::sum);
                        send(template, route.getEndpoint().getEndpointUri(), entry, samples);
                    });
        } catch (IOException e) {
            LOG.debug("closing a template", e);
        }
        restored.forEach(
                (source, count) ->
                        LOG.info(
                                "{}: {} samples of the last run were pending; they go out with the"
                                        + " next emission",
                                source,
                                count));
    }

    private void send(
            ProducerTemplate template, String endpoint, PendingRange entry, SampleBatch samples) {
        monitor.source(entry.source()).read(samples.size());
        Exchange sent =
                template.send(
                        endpoint,
                        exchange -> {
                            exchange.setProperty(BridgeConstants.PENDING, entry);
                            exchange.getMessage().setHeader(BridgeConstants.SOURCE, entry.source());
                            exchange.getMessage()
                                    .setHeader(
                                            BridgeConstants.ORIGIN,
                                            entry.source() + " (of the last run)");
                            exchange.getMessage().setBody(samples);
                        });
        if (sent.getException() != null) {
            journal.keepRestored();
            LOG.error(
                    "{}: samples that were pending could not be sent; they stay in the journal",
                    entry.source(),
                    sent.getException());
        }
    }
}
