package io.tcsstamp.bench;

import io.tcsstamp.stamp.StampFormatter;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The codecs of the bridge, with the unit rules that ship. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BridgeCodecBenchmark {
    private byte[] blocks;
    private SampleBatch batch;
    private TcsParser parser;
    private StampFormatter formatter;

    /** Makes the input and checks that the output is right. */
    @Setup
    public void prepare() {
        CodecInput input = CodecInput.create();
        blocks = input.tcs();
        parser = new TcsParser(UnitRules.load(Path.of("definitions", "tcs-units.properties")));
        formatter = new StampFormatter(true);
        batch = parse();
        if (!Arrays.equals(format(), input.stamp())) {
            throw new IllegalStateException("the bridge's codecs give wrong lines");
        }
    }

    /** TCS blocks to samples. */
    @Benchmark
    public SampleBatch parse() {
        return parser.parse(blocks);
    }

    /** Samples to STAMP lines. */
    @Benchmark
    public byte[] format() {
        return formatter.format(batch);
    }
}
