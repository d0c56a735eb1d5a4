package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * The housekeeping tables by source, as a step of a route and as an aggregation strategy: as a step
 * it emits every block by itself; as a strategy it gathers batches, and the aggregator's completion
 * emits. Thread-safe.
 */
public final class HousekeepingTables implements Processor, AggregationStrategy {
    private final HousekeepingOptions options;
    private final BridgeMonitor monitor;
    private final Map<String, Housekeeping> tables = new ConcurrentHashMap<>();

    /** Creates the tables of one bridge. */
    public HousekeepingTables(HousekeepingOptions options, BridgeMonitor monitor) {
        this.options = options;
        this.monitor = monitor;
    }

    /** The table of a source, by the id of its route. */
    public Housekeeping table(String source) {
        return tables.computeIfAbsent(source, id -> new Housekeeping(options));
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String source = sourceOf(exchange);
        SampleBatch batch = message.getBody(SampleBatch.class);
        SampleBatch emission = table(source).emitEachBlock(batch);
        if (emission != batch) {
            quarantine(exchange, emission);
        }
        message.setBody(emission);
    }

    @Override
    public Exchange aggregate(Exchange gathered, Exchange incoming) {
        String source = sourceOf(incoming);
        quarantine(incoming, table(source).add(incoming.getMessage().getBody(SampleBatch.class)));
        // the table holds the values; the exchange only carries the source's id
        incoming.getMessage().setBody(null);
        return gathered == null ? incoming : gathered;
    }

    @Override
    public void onCompletion(Exchange exchange) {
        exchange.getMessage().setBody(table(sourceOf(exchange)).emit());
    }

    private void quarantine(Exchange exchange, SampleBatch batch) {
        String source = sourceOf(exchange);
        String origin =
                exchange.getMessage().getHeader(BridgeConstants.ORIGIN, source, String.class);
        for (Rejection rejection : batch.rejections()) {
            monitor.quarantine(source, origin, rejection);
        }
    }

    private static String sourceOf(Exchange exchange) {
        return exchange.getMessage().getHeader(BridgeConstants.SOURCE, "", String.class);
    }
}
