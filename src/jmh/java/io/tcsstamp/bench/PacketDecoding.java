package io.tcsstamp.bench;

import io.tcsstamp.workload.JpssLike;
import io.tcsstamp.workload.ManyParameters;
import org.openjdk.jmh.runner.RunnerException;

/** The cost of packets alone, by JMH: framing, decoding, objects, loading a definition. */
final class PacketDecoding {
    private static final String HAND = "handWritten";

    private final BenchOptions options;
    private final PacketRounds rounds = new PacketRounds();

    PacketDecoding(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws RunnerException {
        for (int round = 1; round <= options.packetRounds(); round++) {
            Progress.say("packets: round %d of %d", round, options.packetRounds());
            rounds.steady(GeolocationBenchmark.class, options);
            rounds.steady(ManyParametersBenchmark.class, options);
            rounds.once(DefinitionLoadBenchmark.class);
        }
        small(report, "plain");
        small(report, "calibrated");
        objects(report);
        large(report);
        report.note(
                "packets: %d rounds, in each a fresh JVM of %d + %d s for every benchmark; of 71"
                        + " bytes and 27 parameters, of 865 fields by a definition of 9,500; the"
                        + " yardstick is decoded by hand-written Java that believes every length"
                        + " field; time on a processor",
                options.packetRounds(), options.jmhIterations(), options.jmhIterations());
    }

    private void small(Report report, String variant) {
        boolean plain = variant.equals("plain");
        report.packetRow(
                compared("compiled, " + variant, "compiled " + variant, HAND + " " + variant),
                plain ? Target.atMost(1.15, 1.0) : Target.none());
        report.packetRow(
                compared(
                        "compiled, framed as the yardstick, " + variant,
                        "compiledWalk " + variant,
                        HAND + " " + variant),
                Target.none());
        report.packetRow(
                compared(
                        "compiled, packets asked for one by one, " + variant,
                        "compiledNext " + variant,
                        HAND + " " + variant),
                Target.none());
        report.packetRow(
                compared("interpreted, " + variant, "interpreted " + variant, HAND + " " + variant),
                plain ? Target.atMost(10, 10) : Target.none());
    }

    private void objects(Report report) {
        report.packetRow(
                alone("framing", "ns/packet", 2, rounds.time("framing plain"), "framing plain"),
                Target.atMost(4, 4));
        report.packetRow(
                alone(
                        "compiled and made objects",
                        "values/s",
                        0,
                        JpssLike.PARAMETERS * 1e9 / rounds.time("objects plain"),
                        "objects plain"),
                Target.atLeast(10_000_000, 10_000_000));
    }

    private void large(Report report) {
        for (String decoder : new String[] {"compiled", "interpreted"}) {
            double time = rounds.time(decoder) / ManyParameters.FIELDS;
            report.packetRow(
                    alone(decoder + ", 865 fields", "ns/value", 3, time, decoder),
                    decoder.equals("compiled") ? Target.atMost(0.7, 0.7) : Target.none());
        }
        report.packetRow(
                PacketFigure.alone("9,500 parameters, load", "ms", 0, rounds.passed("load")),
                Target.atMost(1000, 1000));
        report.packetRow(
                PacketFigure.alone(
                        "9,500 parameters, load, on a processor",
                        "ms",
                        0,
                        rounds.time("load") / 1e6),
                Target.none());
    }

    private PacketFigure compared(String title, String name, String yardstick) {
        return new PacketFigure(
                title,
                "ns/packet",
                1,
                rounds.time(name),
                rounds.time(yardstick),
                rounds.ratio(name, yardstick),
                rounds.allocated(name));
    }

    private PacketFigure alone(
            String title, String unit, int decimals, double measured, String name) {
        return new PacketFigure(
                title, unit, decimals, measured, Double.NaN, Double.NaN, rounds.allocated(name));
    }
}
