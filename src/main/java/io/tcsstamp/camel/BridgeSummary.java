package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolCounters;
import io.tcsstamp.spool.SpoolStatus;
import io.tcsstamp.telemetry.Housekeeping;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the end what became of every record and line. Stateless. */
final class BridgeSummary {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeSummary.class);

    /** Lines about application process identifiers with which something is odd. */
    private static final int MOST_APIDS = 20;

    private BridgeSummary() {}

    static void log(BridgeMonitor monitor, HousekeepingTables tables) {
        monitor.sources()
                .forEach(
                        (id, counters) -> {
                            logSource(id, counters, tables.table(id));
                            logPackets(id, counters.packets());
                        });
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

    private static void logPackets(String id, PacketCounters packets) {
        PacketCounters.Counts total = packets.total();
        if (total.packets() + total.missing() == 0) {
            return;
        }
        LOG.info(
                "{}: {} packets = {} decoded + {} failed; {} missing",
                id,
                total.packets(),
                total.decoded(),
                total.failed(),
                total.missing());
        Map<Integer, PacketCounters.Counts> odd = new TreeMap<>(packets.byApid());
        odd.values().removeIf(counts -> counts.missing() == 0 && counts.causes().isEmpty());
        odd.entrySet().stream()
                .limit(MOST_APIDS)
                .forEach(entry -> logApid(id, entry.getKey(), entry.getValue()));
        if (odd.size() > MOST_APIDS) {
            LOG.info("{}: and {} APIDs more with something odd", id, odd.size() - MOST_APIDS);
        }
    }

    private static void logApid(String id, int apid, PacketCounters.Counts counts) {
        LOG.info(
                "{}: {}: {} packets, {} missing{}",
                id,
                apid == PacketCounters.NO_APID ? "without APID" : "APID " + apid,
                counts.packets(),
                counts.missing(),
                counts.causes().entrySet().stream()
                        .map(cause -> ", " + cause.getValue() + " " + cause.getKey())
                        .collect(Collectors.joining()));
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
