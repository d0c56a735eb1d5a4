package io.tcsstamp.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * From a block to its lines with one block in flight: the next one is sent when all lines of the
 * last have come.
 */
final class Latency {
    private final BenchOptions options;
    private final Map<Contender, Stats> millis = new EnumMap<>(Contender.class);

    Latency(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException {
        // This process takes part in what it measures: its own code must be compiled before the
        // first contender counts.
        Progress.say("latency: warming up");
        measure(Contender.BYTE_COPY);
        for (Contender contender : Contender.values()) {
            Progress.say("latency: %s, %d blocks", contender.title(), options.latencyBlocks());
            millis.put(contender, measure(contender));
        }
        report.note(
                "latency: one block in flight, %,d blocks after %,d to warm up, source and sink in"
                        + " one process",
                options.latencyBlocks(), options.latencyWarmUp());
        report.row(
                "latency, median", "ms", 3, each -> millis.get(each).median(), Target.atMost(1, 1));
        report.row("latency, p99", "ms", 3, each -> millis.get(each).p99(), Target.atMost(5, 5));
        report.row("latency, highest", "ms", 3, each -> millis.get(each).most(), Target.none());
    }

    private Stats measure(Contender contender) throws IOException {
        BlockGenerator generator = new BlockGenerator(options.seed());
        double[] series = new double[options.latencyBlocks()];
        try (Ends ends = new Ends();
                ChildProcess process = contender.start(options, ends.endpoints())) {
            try {
                Exchange.full(generator, contender).run(ends);
                for (int i = -options.latencyWarmUp(); i < series.length; i++) {
                    double ms = Exchange.changed(generator, contender).run(ends) / 1e6;
                    if (i >= 0) {
                        series[i] = ms;
                    }
                }
            } catch (BenchException | IOException e) {
                throw process.failure(e);
            }
        }
        return Stats.of(series);
    }
}
