package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.LostBytes;
import io.tcsstamp.packet.PacketListener;
import io.tcsstamp.telemetry.Rejection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what is odd in the stream of one source: bytes in no packet go to quarantine; gaps,
 * duplicates and packets out of order are counted and told in the log, a line in ten seconds at
 * most. Thread-safe.
 */
final class PacketBook implements PacketListener {
    private static final Logger LOG = LoggerFactory.getLogger(PacketBook.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final BridgeMonitor monitor;
    private final String source;
    private final String origin;
    private final SourceCounters counters;
    private long missing;
    private long duplicates;
    private long disorder;
    private long nextLine = System.nanoTime();

    PacketBook(BridgeMonitor monitor, String source, String endpoint) {
        this.monitor = monitor;
        this.source = source;
        this.origin = source + " " + endpoint;
        // known from the first attempt to connect on, for the meters and the summary
        this.counters = monitor.source(source);
    }

    @Override
    public void lost(LostBytes lost) {
        reject(PacketReports.rejection(lost));
    }

    /** Counts something as read and puts it into quarantine. */
    void reject(Rejection rejection) {
        counters.read(rejection.continued() ? 0 : 1);
        monitor.quarantine(source, origin, rejection);
    }

    /** Bytes come, and there has been no whole packet among them for seconds. */
    void incomplete(long bytes) {
        LOG.warn(
                "{}: {} bytes have come and the packet that they belong to is not whole yet. Where"
                    + " packets are shorter, the stream was joined within a packet, or a length in"
                    + " it is wrong; packet.max-packet says how long packets can be",
                origin,
                bytes);
    }

    @Override
    public synchronized void gap(
            int apid, int expected, int received, int notThere, long position) {
        counters.packets().missing(apid, notThere);
        missing += notThere;
        tell(apid, received, "instead of " + expected);
    }

    @Override
    public synchronized void duplicate(int apid, int count, long position) {
        counters.packets().noticed(apid, "duplicate");
        duplicates++;
        tell(apid, count, "again");
    }

    @Override
    public synchronized void outOfOrder(int apid, int expected, int received, long position) {
        counters.packets().noticed(apid, "out-of-order");
        disorder++;
        tell(apid, received, "instead of " + expected);
    }

    @Override
    public void idle(long position, int length) {
        counters.packets().noticed(CcsdsHeader.IDLE_APID, "idle");
    }

    private void tell(int apid, int count, String how) {
        long now = System.nanoTime();
        if (now - nextLine < 0) {
            return;
        }
        nextLine = now + PAUSE_NANOS;
        LOG.warn(
                "{}: APID {}: sequence count {} came {}; since the last such line {} missing,"
                        + " {} came twice, {} out of order",
                origin,
                apid,
                count,
                how,
                missing == 1 ? "1 packet is" : missing + " packets are",
                duplicates,
                disorder);
        missing = 0;
        duplicates = 0;
        disorder = 0;
    }
}
