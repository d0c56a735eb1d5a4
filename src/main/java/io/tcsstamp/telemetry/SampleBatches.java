package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes batches of samples that came one by one. Stateless. */
public final class SampleBatches {
    private SampleBatches() {}

    /**
     * One block of these samples. A sample with a control character in its name, raw value or text
     * cannot be written as a line, so it becomes a rejection.
     */
    public static SampleBatch of(Iterable<? extends Sample> samples) {
        if (samples instanceof SampleBatch batch) {
            return batch;
        }
        SampleBatchBuilder builder = SampleBatchBuilder.copying(UTF_8);
        for (Sample sample : samples) {
            String all = sample.name() + sample.text() + sample.raw();
            if (sample.name().isEmpty() || all.chars().anyMatch(Character::isISOControl)) {
                builder.reject(
                        new Rejection(
                                (sample.name() + '\t' + sample.raw()).getBytes(UTF_8),
                                "a control character in the name or value, or no name"));
                continue;
            }
            add(sample, builder);
        }
        return builder.build();
    }

    private static void add(Sample sample, SampleBatchBuilder builder) {
        byte[] raw = sample.raw().getBytes(UTF_8);
        byte[] text = sample.text().getBytes(UTF_8);
        byte[] both = new byte[raw.length + text.length];
        System.arraycopy(raw, 0, both, 0, raw.length);
        System.arraycopy(text, 0, both, raw.length, text.length);
        builder.add(
                sample.time().getEpochSecond(),
                sample.time().getNano(),
                new Parameter(sample.name(), Parameter.UNLISTED),
                both,
                0,
                raw.length,
                raw.length,
                text.length,
                true);
    }
}
