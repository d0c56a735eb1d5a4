package io.tcsstamp.camel;

import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.SampleBatch;
import org.apache.camel.Message;

/**
 * Makes samples of the packets of a source and books what was read: counts values and packets, and
 * puts into quarantine what could not be decoded. Thread-safe.
 */
public class PacketIntake extends SourceIntake {
    /** Creates an intake of the source {@code packets}. */
    public PacketIntake() {
        super("packets");
    }

    @Override
    SampleBatch samples(Message message, SourceCounters counters) {
        SampleBatch batch = message.getBody(DecodedPackets.class).samples(counters.packets());
        message.setBody(batch);
        return batch;
    }
}
