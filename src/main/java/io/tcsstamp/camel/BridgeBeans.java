package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What the shipped routes name: their steps and queues, bound by the names that they use. */
final class BridgeBeans {
    private BridgeBeans() {}

    /**
     * Binds them all.
     *
     * @param journal keeps what the housekeeping tables gather; null for none
     * @param table draws the samples of one emission
     * @throws TlsException if a store that is used cannot be
     */
    static void bind(
            BiConsumer<String, Object> registry,
            BridgeSettings settings,
            BridgeMonitor monitor,
            HousekeepingTables housekeeping,
            Spools spools,
            PendingJournal journal,
            StandardOutput output,
            Consumer<SampleBatch> table) {
        registry.accept("bridgeMonitor", monitor);
        registry.accept("housekeeping", housekeeping);
        registry.accept("spools", spools);
        registry.accept("pendingRestore", new PendingRestore(journal, monitor));
        for (String end : List.of("tcs", "packet", "stamp")) {
            TlsStores stores = new TlsStores(settings, end);
            if (settings.is(end + ".tls")) {
                // what cannot be used is told before anything starts
                stores.context();
            }
            registry.accept(TlsStores.nameOf(end), stores);
        }
        step(registry, "endWhereEmpty", BridgeBeans::endWhereEmpty);
        step(registry, "pendingEmitted", housekeeping::emitted);
        step(registry, "passHousekeeping", housekeeping::pass);
        step(registry, "quarantineBatch", new BatchQuarantine(monitor));
        step(registry, "standardOutput", output);
        step(
                registry,
                "table",
                exchange -> table.accept(exchange.getMessage().getBody(SampleBatch.class)));
    }

    private static void step(BiConsumer<String, Object> registry, String name, Processor step) {
        registry.accept(name, step);
    }

    private static void endWhereEmpty(Exchange exchange) {
        if (exchange.getMessage().getBody(SampleBatch.class).isEmpty()) {
            exchange.setRouteStop(true);
        }
    }
}
