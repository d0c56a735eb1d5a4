package io.tcsstamp.bench;

import io.tcsstamp.decode.DecodedValue;
import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.workload.JpssLike;
import java.io.IOException;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Packets of 71 bytes and 27 parameters, from the bytes of a stream to raw and derived values in
 * slots. Of each packet a value of another slot is read, so that no store may be left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(GeolocationBenchmark.PACKETS)
public class GeolocationBenchmark {
    /** Half a megabyte, as much as a socket may bring at once. */
    static final int PACKETS = 7_200;

    private static final long SEED = 20_261_121;
    private static final Packets FRAMING = Packets.of(PacketFraming.ccsds());

    /** Which definition: {@code plain} or {@code calibrated}. */
    @Param({"plain", "calibrated"})
    public String variant;

    private final long[] raw = new long[JpssLike.PARAMETERS];
    private final double[] number = new double[JpssLike.PARAMETERS];
    private byte[] stream;
    private long places;
    private HandWritten handWritten;
    private PacketDecoder compiled;
    private PacketDecoder interpreted;
    private PacketValues compiledValues;
    private PacketValues interpretedValues;

    /** Makes the input and checks that all decoders agree on every value. */
    @Setup
    public void prepare() throws Exception {
        boolean plain = variant.equals("plain");
        Definition definition =
                XtceReader.read(
                        plain ? JpssLike.definition() : JpssLike.calibratedDefinition(), variant);
        stream = JpssLike.packets(PACKETS, SEED);
        handWritten = plain ? new HandWrittenPlain() : new HandWrittenCalibrated();
        compiled = PacketDecoders.compiled(definition, DecoderOptions.ALL);
        interpreted = PacketDecoders.interpreted(definition, DecoderOptions.ALL);
        compiledValues = compiled.newValues();
        interpretedValues = interpreted.newValues();
        for (int offset = 0; offset < stream.length; offset += JpssLike.PACKET_LENGTH) {
            check(handWritten.decode(stream, offset, JpssLike.PACKET_LENGTH, raw, number));
            compare(compiled, offset, compiledValues);
            compare(interpreted, offset, interpretedValues);
        }
    }

    private void compare(PacketDecoder decoder, int offset, PacketValues values) {
        check(decoder.decode(stream, offset, JpssLike.PACKET_LENGTH, values));
        check(values.size() == JpssLike.PARAMETERS && !values.overlong());
        for (int slot = 0; slot < JpssLike.PARAMETERS; slot++) {
            // polynomials may be summed in another order
            double difference = Math.abs(values.number(slot) - number[slot]);
            check(values.rawBits(slot) == raw[slot]);
            check(difference <= 1e-12 * Math.abs(number[slot]));
        }
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the decoders do not agree");
        }
    }

    /** The yardstick: the walk and the decoder written by hand. */
    @Benchmark
    public double handWritten(ProcessorTime time) {
        time.start();
        double sum = 0;
        int slot = 0;
        int length;
        for (int offset = 0; (length = PacketWalk.length(stream, offset)) > 0; offset += length) {
            check(handWritten.decode(stream, offset, length, raw, number));
            sum += raw[slot] + number[slot];
            slot = slot == JpssLike.PARAMETERS - 1 ? 0 : slot + 1;
        }
        time.stop(PACKETS);
        return sum;
    }

    /** The walk and the compiled decoder. */
    @Benchmark
    public double compiledWalk(ProcessorTime time) {
        time.start();
        double sum = 0;
        int slot = 0;
        int length;
        for (int offset = 0; (length = PacketWalk.length(stream, offset)) > 0; offset += length) {
            check(compiled.decode(stream, offset, length, compiledValues));
            sum += compiledValues.rawBits(slot) + compiledValues.number(slot);
            slot = slot == JpssLike.PARAMETERS - 1 ? 0 : slot + 1;
        }
        time.stop(PACKETS);
        return sum;
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
        DecodingHandler handler = new DecodingHandler(decoder, values, JpssLike.PARAMETERS);
        try (PacketSource source = FRAMING.open(stream)) {
            source.forEach(handler);
        }
        time.stop(PACKETS);
        return handler.sum();
    }

    /** The same as {@link #compiled}, but each packet is asked for. */
    @Benchmark
    public double compiledNext(ProcessorTime time) throws IOException {
        time.start();
        DecodingHandler handler =
                new DecodingHandler(compiled, compiledValues, JpssLike.PARAMETERS);
        try (PacketSource source = FRAMING.open(stream)) {
            PacketView packet = source.packet();
            while (source.next()) {
                handler.packet(packet.bytes(), packet.offset(), packet.length(), packet.position());
            }
        }
        time.stop(PACKETS);
        return handler.sum();
    }

    /** The same as {@link #compiled}, and an object for each value. */
    @Benchmark
    public void objects(Blackhole hole, ProcessorTime time) throws IOException {
        time.start();
        try (PacketSource source = FRAMING.open(stream)) {
            source.forEach(
                    (bytes, offset, length, position) -> {
                        check(compiled.decode(bytes, offset, length, compiledValues));
                        for (DecodedValue value : compiledValues.toList()) {
                            hole.consume(value);
                        }
                    });
        }
        time.stop(PACKETS);
    }

    /** The framing of the program alone. */
    @Benchmark
    public long framing(ProcessorTime time) throws IOException {
        time.start();
        try (PacketSource source = FRAMING.open(stream)) {
            source.forEach((bytes, offset, length, position) -> places += offset + length);
        }
        time.stop(PACKETS);
        return places;
    }
}
