package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Samples and batches for tests. */
public final class Batches {
    private Batches() {}

    /** A sample whose raw value is its text. */
    public static Sample sample(String time, String name, String value) {
        return new Sample(Instant.parse(time), name, value, value);
    }

    /** A sample within one minute, such as {@code at("07.25", ...)}. */
    public static Sample at(String secondsOfMinute, String name, String value) {
        return sample("2021-01-08T16:34:" + secondsOfMinute + "Z", name, value);
    }

    /** One block in ISO-8859-1, its names listed in a table of its own. */
    public static SampleBatch block(Sample... samples) {
        return blocks(List.of(List.of(samples)));
    }

    /** Blocks in ISO-8859-1, their names listed in a table of their own. */
    public static SampleBatch blocks(List<List<Sample>> blocks) {
        return blocks(new ParameterTable("", 1000), blocks);
    }

    /** Blocks in ISO-8859-1 as a source with this table of names makes them. */
    public static SampleBatch blocks(ParameterTable names, List<List<Sample>> blocks) {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        for (List<Sample> block : blocks) {
            for (Sample sample : block) {
                add(builder, names, sample);
            }
            builder.endBlock();
        }
        return builder.build();
    }

    /** All samples of a batch. */
    public static List<Sample> list(SampleBatch batch) {
        List<Sample> samples = new ArrayList<>();
        batch.forEach(samples::add);
        return samples;
    }

    /** The samples of each block. */
    public static List<List<Sample>> blockLists(SampleBatch batch) {
        return batch.blocks().stream().map(Batches::list).toList();
    }

    private static void add(SampleBatchBuilder builder, ParameterTable names, Sample sample) {
        byte[] name = sample.name().getBytes(ISO_8859_1);
        // the text right behind the raw value, where it is not a part of it
        int within = sample.raw().indexOf(sample.text());
        String all = within < 0 ? sample.raw() + sample.text() : sample.raw();
        builder.add(
                sample.time().getEpochSecond(),
                sample.time().getNano(),
                names.find(name, 0, name.length),
                all.getBytes(ISO_8859_1),
                0,
                sample.raw().length(),
                within < 0 ? sample.raw().length() : within,
                sample.text().length(),
                sample.text().chars().allMatch(c -> c < 0x80));
    }
}
