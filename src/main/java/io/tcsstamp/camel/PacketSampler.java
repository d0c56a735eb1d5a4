package io.tcsstamp.camel;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.output.PacketSamples;
import io.tcsstamp.output.SampleNames;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.List;

/**
 * Decodes batches of packets to samples; a packet that fails becomes a rejection and takes no other
 * with it. Not thread-safe.
 */
final class PacketSampler {
    private final PacketDecoderSet.Session session;
    private final PacketSamples samples;
    private final SampleTime time;
    private final boolean ccsds;

    /**
     * Creates a sampler.
     *
     * @param names kept over several samplers, so that names stay the same objects
     */
    PacketSampler(PacketDecoderSet decoders, SampleNames names, String time, boolean ccsds) {
        this.session = decoders.session();
        this.samples = new PacketSamples(names);
        this.time = new SampleTime(time);
        this.ccsds = ccsds;
        names.forgetPlaces();
    }

    /**
     * The samples of all packets.
     *
     * @param lost what was in no packet
     * @param counters counts packets, decoded and failed
     */
    SampleBatch sample(ReceivedPackets packets, List<Rejection> lost, PacketCounters counters) {
        lost.forEach(samples.builder()::reject);
        int apid = PacketCounters.NO_APID;
        long run = 0;
        for (int i = 0; i < packets.size(); i++) {
            int next = ccsds ? packets.apid(i) : PacketCounters.NO_APID;
            if (next != apid) {
                counters.decoded(apid, run);
                run = 0;
                apid = next;
            }
            if (add(packets, i, apid, counters)) {
                run++;
            }
        }
        counters.decoded(apid, run);
        return samples.build();
    }

    private boolean add(ReceivedPackets packets, int index, int apid, PacketCounters counters) {
        PacketValues values;
        try {
            values = session.decode(packets.packets(), index);
        } catch (RuntimeException | StackOverflowError e) {
            // a mistake in a decoder must not take the other packets with it
            counters.failed(apid, "error");
            reject(
                    packets,
                    Rejection.because(
                            "error", packets.packet(index), "the decoder failed: " + e, false));
            return false;
        }
        if (values.failed()) {
            DecodeReport report = values.report().orElseThrow();
            counters.failed(apid, report.cause().toString());
            reject(
                    packets,
                    PacketReports.rejection(
                            report, values, apid, packets.packets().position(index)));
            return false;
        }
        if (!time.read(values, packets.time())) {
            counters.failed(apid, "time");
            reject(packets, PacketReports.wrongTime(values, packets, index, apid));
            return false;
        }
        if (values.overlong()) {
            DecodeReport report = values.report().orElseThrow();
            counters.noticed(apid, report.cause().toString());
            reject(
                    packets,
                    PacketReports.rejection(
                            report, values, apid, packets.packets().position(index)));
        }
        samples.add(values, apid, time.seconds(), time.nanos());
        return true;
    }

    private void reject(ReceivedPackets packets, Rejection rejection) {
        samples.builder().reject(packets.received(rejection));
    }
}
