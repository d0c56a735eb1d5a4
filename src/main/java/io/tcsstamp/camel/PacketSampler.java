package io.tcsstamp.camel;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.definition.Container;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes samples of packets: a block of each, the text of every value that is asked for written once
 * and without an object in between. Not thread-safe.
 */
final class PacketSampler {
    private final PacketDecoderSet.Session session;
    private final SampleNames names;
    private final SampleTime time;
    private final boolean ccsds;
    private final Map<Container, Map<Integer, SampleNames.Layout>> layouts =
            new IdentityHashMap<>();
    private SampleNames.Layout layout;
    private Container layoutContainer;
    private int layoutApid;
    private int expectedSamples = 128;
    private int expectedBytes = 1024;

    /**
     * Creates a sampler.
     *
     * @param names kept over several samplers, so that names stay the same objects
     */
    PacketSampler(PacketDecoderSet decoders, SampleNames names, String time, boolean ccsds) {
        this.session = decoders.session();
        this.names = names;
        this.time = new SampleTime(time);
        this.ccsds = ccsds;
    }

    /**
     * The samples of all packets.
     *
     * @param counters counts packets, decoded and failed
     */
    SampleBatch sample(PacketBatch packets, PacketCounters counters) {
        SampleBatchBuilder builder =
                SampleBatchBuilder.ahead(StandardCharsets.UTF_8, expectedSamples);
        TextBuffer text = new TextBuffer(expectedBytes);
        int apid = PacketCounters.NO_APID;
        long run = 0;
        for (int i = 0; i < packets.size(); i++) {
            int start = packets.start(i);
            int length = packets.length(i);
            int next = PacketBook.apidOf(ccsds, packets.bytes(), start, length);
            if (next != apid) {
                counters.decoded(apid, run);
                run = 0;
                apid = next;
            }
            if (sample(packets, i, apid, text, builder, counters)) {
                run++;
            }
        }
        counters.decoded(apid, run);
        expectedSamples = Math.max(128, builder.size() + builder.size() / 8);
        expectedBytes = Math.max(1024, text.length() + text.length() / 8);
        return builder.build(text.bytes());
    }

    private boolean sample(
            PacketBatch packets,
            int index,
            int apid,
            TextBuffer text,
            SampleBatchBuilder builder,
            PacketCounters counters) {
        int start = packets.start(index);
        PacketValues values;
        try {
            values = session.decode(packets.bytes(), start, packets.length(index));
        } catch (RuntimeException | StackOverflowError e) {
            // a mistake in a decoder must not take the other packets with it
            counters.failed(apid, "error");
            builder.reject(new Rejection(packets.packet(index), "the decoder failed: " + e));
            return false;
        }
        if (values.failed()) {
            DecodeReport report = values.report().orElseThrow();
            counters.failed(apid, report.cause().toString());
            builder.reject(PacketReports.rejection(report, values, packets.position(index)));
            return false;
        }
        if (!time.read(values, packets.received())) {
            counters.failed(apid, "time");
            builder.reject(PacketReports.wrongTime(values, packets, index));
            return false;
        }
        if (values.overlong()) {
            Optional<DecodeReport> report = values.report();
            counters.noticed(apid, report.map(r -> r.cause().toString()).orElse("over-long"));
            report.ifPresent(
                    r ->
                            builder.reject(
                                    PacketReports.rejection(r, values, packets.position(index))));
        }
        add(values, layout(values.container(), apid), text, builder);
        builder.endBlock();
        return true;
    }

    private void add(
            PacketValues values,
            SampleNames.Layout names,
            TextBuffer text,
            SampleBatchBuilder builder) {
        long seconds = time.seconds();
        int nanos = time.nanos();
        int size = values.size();
        for (int slot = 0; slot < size; slot++) {
            Parameter parameter = names.of(values, slot);
            if (parameter == null) {
                continue;
            }
            int from = text.length();
            if (!SampleText.append(values, slot, text)) {
                builder.reject(SampleText.unprintable(parameter, text, from));
                text.truncate(from);
                continue;
            }
            builder.add(seconds, nanos, parameter, from, text.length() - from);
        }
    }

    private SampleNames.Layout layout(Container container, int apid) {
        int key = names.byApid() ? apid : PacketCounters.NO_APID;
        if (container != layoutContainer || key != layoutApid) {
            layout =
                    layouts.computeIfAbsent(container, c -> new HashMap<>())
                            .computeIfAbsent(
                                    key, a -> new SampleNames.Layout(names, container, a));
            layoutContainer = container;
            layoutApid = key;
        }
        return layout;
    }
}
