package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.DestinationCounters;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.Housekeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the end what became of every record and line. Stateless. */
final class BridgeSummary {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeSummary.class);

    private BridgeSummary() {}

    static void log(BridgeMonitor monitor, HousekeepingTables tables) {
        monitor.sources().forEach((id, counters) -> logSource(id, counters, tables.table(id)));
        monitor.destinations().forEach(BridgeSummary::logDestination);
    }

    private static void logSource(String id, SourceCounters counters, Housekeeping table) {
        LOG.info(
                "{}: {} records read = {} forwarded + {} superseded + {} quarantined + {} pending;"
                        + " {} lines repeated",
                id,
                counters.read(),
                table.forwarded(),
                table.superseded(),
                counters.quarantined(),
                table.pending(),
                table.repeated());
    }

    private static void logDestination(String id, DestinationCounters counters) {
        if (counters.queued() > 0) {
            LOG.error(
                    "{}: {} lines sent, {} lines NOT delivered: it did not take them before the"
                            + " bridge had to stop",
                    id,
                    counters.sent(),
                    counters.queued());
        } else {
            LOG.info("{}: {} lines sent, none left", id, counters.sent());
        }
    }
}
