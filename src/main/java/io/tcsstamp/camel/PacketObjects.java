package io.tcsstamp.camel;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
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
    private final SampleTime time;
    private final boolean ccsds;
    private final Consumer<Rejection> rejections;
    private final TextBuffer text = new TextBuffer();

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
        this.time = time;
        this.ccsds = ccsds;
        this.rejections = rejections;
    }

    /** One packet of a batch; null where it cannot be decoded. */
    DecodedPacket decode(PacketBatch packets, int index) {
        int start = packets.start(index);
        int length = packets.length(index);
        PacketValues values = session.decode(packets.bytes(), start, length);
        values.report()
                .map(r -> PacketReports.rejection(r, values, packets.position(index)))
                .ifPresent(rejections);
        if (values.failed()) {
            return null;
        }
        if (!time.read(values, packets.received())) {
            rejections.accept(PacketReports.wrongTime(values, packets, index));
            return null;
        }
        return decoded(values, PacketBook.apidOf(ccsds, packets.bytes(), start, length));
    }

    private DecodedPacket decoded(PacketValues values, int apid) {
        Map<String, Object> derived = new LinkedHashMap<>();
        Map<String, Object> raw = new LinkedHashMap<>();
        List<Sample> samples = new ArrayList<>();
        Instant at = Instant.ofEpochSecond(time.seconds(), time.nanos());
        for (int slot = 0; slot < values.size(); slot++) {
            Parameter name =
                    names.name(
                            values.field(slot),
                            values.container(),
                            names.byApid() ? apid : PacketCounters.NO_APID);
            if (name != null) {
                String parameter = values.field(slot).name();
                derived.put(parameter, values.value(slot));
                raw.put(parameter, values.raw(slot));
                text.clear();
                if (SampleText.append(values, slot, text)) {
                    samples.add(new Sample(at, name.name(), text.toString(), text.toString()));
                } else {
                    rejections.accept(SampleText.unprintable(name, text, 0));
                }
            }
        }
        return new DecodedPacket(values.container().name(), at, derived, raw, samples);
    }
}
