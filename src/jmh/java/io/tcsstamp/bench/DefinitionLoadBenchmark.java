package io.tcsstamp.bench;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.workload.ManyParameters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From an XTCE document of 9,500 parameters to the first decoded packet, once in a JVM that has
 * just started.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DefinitionLoadBenchmark {
    private String document;
    private byte[] packet;

    /** Makes the document. */
    @Setup
    public void prepare() {
        document = ManyParameters.definition();
        packet = ManyParameters.packets(1, 1);
    }

    /** Reads, checks, compiles, decodes one packet. */
    @Benchmark
    public PacketValues load(ProcessorTime time) throws Exception {
        time.start();
        PacketDecoder decoder =
                PacketDecoders.compiled(
                        XtceReader.read(document, "instrument"), DecoderOptions.ALL);
        PacketValues values = decoder.newValues();
        if (!decoder.decode(packet, 0, packet.length, values)) {
            throw new IllegalStateException("the packet was not decoded");
        }
        time.stop(1);
        return values;
    }
}
