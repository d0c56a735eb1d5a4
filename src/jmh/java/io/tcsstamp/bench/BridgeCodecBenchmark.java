package io.tcsstamp.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The codecs of the plain loop, the yardstick of {@link BridgeCodecBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BridgeCodecBenchmark {
    private static final byte ETX = 3;

    private byte[] blocks;
    private List<PlainRecord> records;

    /** Makes the input and checks that the output is right. */
    @Setup
    public void prepare() {
        CodecInput input = CodecInput.create();
        blocks = input.tcs();
        records = parse();
        if (!Arrays.equals(format(), input.stamp())) {
            throw new IllegalStateException("the plain codec gives wrong lines");
        }
    }

    /** TCS blocks to records. */
    @Benchmark
    public List<PlainRecord> parse() {
        List<PlainRecord> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i] == ETX) {
                all.addAll(PlainCodec.parse(blocks, start, i));
                start = i + 1;
            }
        }
        return all;
    }

    /** Records to STAMP lines. */
    @Benchmark
    public byte[] format() {
        StringBuilder lines = new StringBuilder();
        PlainCodec.format(records, lines);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
