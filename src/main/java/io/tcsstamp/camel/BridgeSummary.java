package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolCounters;
import io.tcsstamp.spool.SpoolStatus;
import io.tcsstamp.telemetry.Housekeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the end what became of every record and line. Stateless. */
final class BridgeSummary {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeSummary.class);

    private BridgeSummary() {}

    static void log(BridgeMonitor monitor, HousekeepingTables tables) {
        monitor.sources().forEach((id, counters) -> logSource(id, counters, tables.table(id)));
        monitor.spools().forEach(BridgeSummary::logDestination);
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

    private static void logDestination(String id, Spool spool) {
        SpoolCounters counters = spool.counters();
        SpoolStatus status = spool.status();
        LOG.info(
                "{}: {} recovered + {} accepted = {} confirmed + {} spooled + {} dropped; {}"
                        + " resent",
                id,
                counters.recovered(),
                counters.accepted(),
                counters.confirmed(),
                status.lines(),
                counters.dropped(),
                counters.resent());
        if (status.lines() > 0 && !spool.isDurable()) {
            LOG.error(
                    "{}: {} lines are NOT known to be delivered, and there is no spool that keeps"
                            + " them",
                    id,
                    status.lines());
        } else if (status.lines() > 0) {
            LOG.warn(
                    "{}: {} lines are not known to be delivered; they are in the spool and go first"
                            + " at the next start",
                    id,
                    status.lines());
        }
    }
}
