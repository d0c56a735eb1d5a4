package io.tcsstamp.bench;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.workload.ManyParameters;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Packets of 865 fields by a definition of 9,500 parameters: as {@link GeolocationBenchmark}, but
 * of nine kinds in a random order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ManyParametersBenchmark.PACKETS)
public class ManyParametersBenchmark {
    static final int PACKETS = 1_500;

    private static final long SEED = 20_261_121;
    private static final Packets FRAMING = Packets.of(PacketFraming.ccsds());

    private byte[] stream;
    private PacketDecoder compiled;
    private PacketDecoder interpreted;
    private PacketValues compiledValues;
    private PacketValues interpretedValues;

    /** Makes the input and checks that the decoders agree on every value. */
    @Setup
    public void prepare() throws Exception {
        Definition definition = XtceReader.read(ManyParameters.definition(), "instrument");
        stream = ManyParameters.packets(PACKETS, SEED);
        compiled = PacketDecoders.compiled(definition, DecoderOptions.ALL);
        interpreted = PacketDecoders.interpreted(definition, DecoderOptions.ALL);
        compiledValues = compiled.newValues();
        interpretedValues = interpreted.newValues();
        int length;
        for (int offset = 0; (length = PacketWalk.length(stream, offset)) > 0; offset += length) {
            check(compiled.decode(stream, offset, length, compiledValues));
            check(interpreted.decode(stream, offset, length, interpretedValues));
            compare();
        }
    }

    private void compare() {
        check(compiledValues.size() == ManyParameters.FIELDS);
        check(interpretedValues.size() == ManyParameters.FIELDS);
        for (int slot = 0; slot < ManyParameters.FIELDS; slot++) {
            check(compiledValues.rawBits(slot) == interpretedValues.rawBits(slot));
            check(Double.compare(compiledValues.number(slot), interpretedValues.number(slot)) == 0);
        }
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the decoders do not agree");
        }
    }

    /** The framing and the compiled decoder of the program. */
    @Benchmark
    public double compiled(ProcessorTime time) throws IOException {
        return decode(compiled, compiledValues, time);
    }

    /** The framing and the interpreter of the program. */
    @Benchmark
    public double interpreted(ProcessorTime time) throws IOException {
        return decode(interpreted, interpretedValues, time);
    }

    private double decode(PacketDecoder decoder, PacketValues values, ProcessorTime time)
            throws IOException {
        time.start();
        DecodingHandler handler = new DecodingHandler(decoder, values, ManyParameters.FIELDS);
        try (PacketSource source = FRAMING.open(stream)) {
            source.forEach(handler);
        }
        time.stop(PACKETS);
        return handler.sum();
    }
}
