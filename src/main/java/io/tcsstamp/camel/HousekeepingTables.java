package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.PendingRange;
import io.tcsstamp.spool.PendingTable;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
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
    private final PendingJournal journal;
    private final Map<String, PendingTable> tables = new ConcurrentHashMap<>();

    /**
     * Creates the tables of one bridge.
     *
     * @param journal keeps on disk what is gathered; null for none
     */
    public HousekeepingTables(
            HousekeepingOptions options, BridgeMonitor monitor, PendingJournal journal) {
        this.options = options;
        this.monitor = monitor;
        this.journal = journal;
    }

    /** The table of a source, by the id of its route. */
    public Housekeeping table(String source) {
        return pendingTable(source).table();
    }

    private PendingTable pendingTable(String source) {
        return tables.computeIfAbsent(
                source, id -> new PendingTable(id, new Housekeeping(options), journal));
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

    /** Counts samples that go by the table; see {@link Housekeeping#pass}. */
    void pass(Exchange exchange) {
        table(sourceOf(exchange)).pass(exchange.getMessage().getBody(SampleBatch.class));
    }

    @Override
    public Exchange aggregate(Exchange gathered, Exchange incoming) {
        PendingTable table = pendingTable(sourceOf(incoming));
        SampleBatch batch = incoming.getMessage().getBody(SampleBatch.class);
        PendingRange entry = incoming.getProperty(BridgeConstants.PENDING, PendingRange.class);
        quarantine(
                incoming,
                entry == null
                        ? table.add(batch, hasMore(incoming))
                        : table.restore(entry, batch, hasMore(incoming)));
        // the table holds the values; the exchange only carries the source's id
        incoming.getMessage().setBody(null);
        return gathered == null ? incoming : gathered;
    }

    @Override
    public void onCompletion(Exchange exchange) {
        PendingTable.Emission emission = pendingTable(sourceOf(exchange)).emit();
        exchange.getMessage().setBody(emission.samples());
        exchange.setProperty(BridgeConstants.PENDING, emission.entries());
    }

    /** Tells the journal that the lines of an emission are where they are not lost any more. */
    void emitted(Exchange exchange) {
        PendingRange entries = exchange.getProperty(BridgeConstants.PENDING, PendingRange.class);
        if (journal != null && entries != null) {
            journal.emitted(entries);
        }
    }

    /** True for all blocks of a batch but the last, where it was split into its blocks. */
    private static boolean hasMore(Exchange exchange) {
        return !exchange.getProperty(ExchangePropertyKey.SPLIT_COMPLETE, true, Boolean.class);
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
