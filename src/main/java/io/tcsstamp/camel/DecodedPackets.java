package io.tcsstamp.camel;

import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.Iterator;
import java.util.List;

/**
 * Packets of one exchange, made by the data format {@code packet}. Iterating decodes one after the
 * other and leaves out what cannot be decoded, so that {@code split} works; {@link #samples} gives
 * all at once in the form in which the bridge carries them.
 */
public interface DecodedPackets extends Iterable<DecodedPacket> {
    /** Packets that can be decoded, one by one. */
    @Override
    Iterator<DecodedPacket> iterator();

    /**
     * All values as samples, a block of each packet; what could not be read is in its rejections.
     * Of a stream, all that is left of it is read into the memory.
     *
     * @param counters counts packets, decoded and failed
     */
    SampleBatch samples(PacketCounters counters);

    /** The same where nobody counts. */
    default SampleBatch samples() {
        return samples(new PacketCounters());
    }

    /** What could not be read: all of a batch, of a stream what the iteration met until now. */
    List<Rejection> rejections();
}
