package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.definition.Container;
import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchBuilder;
import java.nio.charset.StandardCharsets;

/**
 * Makes samples of decoded packets, a block of each packet: the text of every value that is sent is
 * written once, without an object in between. What holds a control character becomes a rejection,
 * since no line can be made of it. Not thread-safe.
 */
public final class PacketSamples {
    private static final int LEAST_SAMPLES = 128;
    private static final int LEAST_BYTES = 1024;

    private final SampleNames names;
    private final boolean raw;
    private SampleBatchBuilder builder;
    private TextBuffer text;
    private int samples = LEAST_SAMPLES;
    private int bytes = LEAST_BYTES;

    /** Creates one that has no samples yet, for derived values. */
    public PacketSamples(SampleNames names) {
        this(names, false);
    }

    /**
     * Creates one that has no samples yet.
     *
     * @param raw true for raw values, false for derived ones
     */
    public PacketSamples(SampleNames names, boolean raw) {
        this.names = names;
        this.raw = raw;
        start();
    }

    private void start() {
        builder = SampleBatchBuilder.ahead(StandardCharsets.UTF_8, samples);
        text = new TextBuffer(bytes);
    }

    /**
     * Adds a packet.
     *
     * @param values of the packet; one that failed has those decoded before
     * @param apid the application process identifier, {@link SampleNames#NO_APID} for none
     * @param seconds the time of its samples, since 1970-01-01T00:00:00Z
     * @param nanos 0 to 999,999,999
     */
    public void add(PacketValues values, int apid, long seconds, int nanos) {
        Container container = values.container();
        SampleNames.Layout layout = names.layout(container, apid);
        int size = values.size();
        for (int slot = 0; slot < size; slot++) {
            Parameter parameter = layout.of(values, slot);
            if (parameter == null) {
                continue;
            }
            int from = text.length();
            if (SampleText.append(values, slot, raw, text)) {
                builder.add(seconds, nanos, parameter, from, text.length() - from);
            } else {
                builder.reject(SampleText.unprintable(parameter, text, from));
                text.truncate(from);
            }
        }
        builder.endBlock();
    }

    /** What rejections of whole packets can be added to. */
    public SampleBatchBuilder builder() {
        return builder;
    }

    /** The samples added since the last batch. */
    public SampleBatch build() {
        // what comes is most likely as much
        samples = Math.max(LEAST_SAMPLES, builder.size() + builder.size() / 8);
        bytes = Math.max(LEAST_BYTES, text.length() + text.length() / 8);
        SampleBatch batch = builder.build(text.bytes());
        start();
        return batch;
    }
}
