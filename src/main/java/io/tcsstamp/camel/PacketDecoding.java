package io.tcsstamp.camel;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.output.SampleNames;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.List;
import java.util.function.Consumer;

/**
 * How packets are decoded now: the decoders, which can be replaced between two batches, and what is
 * kept over them. Thread-safe.
 */
final class PacketDecoding {
    private final String time;
    private final String pattern;
    private final NamePatterns selected;
    private final boolean ccsds;
    private final SampleNames names;
    private PacketDecoderSet decoders;
    private PacketSampler sampler;

    /**
     * Creates it.
     *
     * @param pattern of names, see {@link SampleNames}
     * @param time see {@link SampleTime}
     * @param ccsds whether the packets are space packets
     */
    PacketDecoding(
            PacketDecoderSet decoders,
            NamePatterns selected,
            String pattern,
            String time,
            boolean ccsds) {
        this.selected = selected;
        this.pattern = pattern;
        this.time = time;
        this.ccsds = ccsds;
        this.names = new SampleNames(pattern, selected);
        replace(decoders);
    }

    /** Decodes by others from the next batch on. */
    synchronized void replace(PacketDecoderSet with) {
        decoders = with;
        sampler = new PacketSampler(with, names, time, ccsds);
    }

    /** The decoders of now. */
    synchronized PacketDecoderSet decoders() {
        return decoders;
    }

    /** The samples of a batch; what was in no packet is among its rejections. */
    synchronized SampleBatch sample(
            ReceivedPackets packets, List<Rejection> lost, PacketCounters counters) {
        return sampler.sample(packets, lost, counters);
    }

    /** What makes objects of packets, by the decoders of now. */
    PacketObjects objects(Consumer<Rejection> rejections) {
        return new PacketObjects(
                decoders(),
                new SampleNames(pattern, selected),
                new SampleTime(time),
                ccsds,
                rejections);
    }

    /** How many parameters the definitions have, for the log. */
    static String describe(PacketDecoderSet set) {
        StringBuilder text = new StringBuilder();
        for (PacketDecoder decoder : set.decoders()) {
            text.append(text.length() == 0 ? "" : ", ").append(decoder.definition());
        }
        return text.toString();
    }
}
