package io.tcsstamp.camel;

import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.output.PacketSamples;
import io.tcsstamp.output.SampleNames;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes objects of packets, one by one. Not thread-safe. */
final class PacketObjects {
    private final PacketDecoderSet.Session session;
    private final SampleNames names;
    private final PacketSamples samples;
    private final SampleTime time;
    private final boolean ccsds;
    private final Consumer<Rejection> rejections;

    /**
     * Creates it.
     *
     * @param rejections gets what cannot be decoded
     */
    PacketObjects(
            PacketDecoderSet decoders,
            SampleNames names,
            SampleTime time,
            boolean ccsds,
            Consumer<Rejection> rejections) {
        this.session = decoders.session();
        this.names = names;
        this.samples = new PacketSamples(names);
        this.time = time;
        this.ccsds = ccsds;
        this.rejections = rejections;
    }

    /** One packet of a batch; null where it cannot be decoded. */
    DecodedPacket decode(ReceivedPackets packets, int index) {
        PacketValues values = session.decode(packets.packets(), index);
        int apid = ccsds ? packets.apid(index) : SampleNames.NO_APID;
        values.report()
                .map(
                        r ->
                                PacketReports.rejection(
                                        r, values, apid, packets.packets().position(index)))
                .ifPresent(rejections);
        if (values.failed()) {
            return null;
        }
        if (!time.read(values, packets.time())) {
            rejections.accept(PacketReports.wrongTime(values, packets, index, apid));
            return null;
        }
        return decoded(values, apid);
    }

    private DecodedPacket decoded(PacketValues values, int apid) {
        Map<String, Object> derived = new LinkedHashMap<>();
        Map<String, Object> raw = new LinkedHashMap<>();
        for (int slot = 0; slot < values.size(); slot++) {
            Field field = values.field(slot);
            if (names.isSent(field)) {
                derived.put(field.name(), values.value(slot));
                raw.put(field.name(), values.raw(slot));
            }
        }
        samples.add(values, apid, time.seconds(), time.nanos());
        SampleBatch batch = samples.build();
        batch.rejections().forEach(rejections);
        List<Sample> list = new ArrayList<>(batch.size());
        batch.forEach(list::add);
        Instant at = Instant.ofEpochSecond(time.seconds(), time.nanos());
        return new DecodedPacket(values.container().name(), at, derived, raw, list);
    }
}
