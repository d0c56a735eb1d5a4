package io.tcsstamp.bench;

import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.LatestValues;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SourceValues;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the metrics cost where samples come in, per sample: batches of as many as a socket read
 * gives, with each name in it as often as the parameter {@code names} leaves room for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LatestValuesBenchmark.SAMPLES)
public class LatestValuesBenchmark {
    static final int SAMPLES = 1_000;

    /** How many different names; 1,000 is the worst: every value is copied. */
    @Param({"70", "1000"})
    public int names;

    private final SourceValues values =
            new LatestValues(10_000, Duration.ofMinutes(5), () -> {}).source("tcs");
    private SampleBatch batch;

    /** Makes the batch as the parser does. */
    @Setup
    public void prepare() {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            block.append("2026/11/21 06:00:00.000 UTC\tname_of_channel_")
                    .append(i % names)
                    .append("\t-82.3291\r\n");
        }
        batch =
                new TcsParser(UnitRules.none())
                        .parse(block.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (batch.size() != SAMPLES) {
            throw new IllegalStateException("not all were read: " + batch);
        }
    }

    /** One batch. */
    @Benchmark
    public void add(ProcessorTime time) {
        time.start();
        values.add(batch);
        time.stop(SAMPLES);
    }
}
