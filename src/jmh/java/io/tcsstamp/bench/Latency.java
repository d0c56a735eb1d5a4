package io.tcsstamp.bench;

import java.io.IOException;

/**
 * From a block to its lines with one block in flight: the next one is sent when all lines of the
 * last have come.
 */
final class Latency {
    private final BenchOptions options;
    private final Series millis = new Series();

    Latency(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException {
        // This process takes part in what it measures: its own code must be compiled before the
        // first contender counts.
        Progress.say("latency: warming up");
        measure(Contender.BYTE_COPY, new Series());
        for (Contender contender : options.contenders()) {
            Progress.say("latency: %s, %d blocks", contender.title(), options.latencyBlocks());
            measure(contender, millis);
        }
        report.note(
                "latency: one block in flight, %,d blocks after %,d to warm up, source and sink in"
                        + " one process",
                options.latencyBlocks(), options.latencyWarmUp());
        report.row("latency, median", "ms", 3, millis::median, Target.atMost(1, 1));
        report.row(
                "latency, p99",
                "ms",
                3,
                each -> millis.percentile(each, 0.99),
                Target.atMost(5, 5));
        report.row("latency, highest", "ms", 3, millis::most, Target.none());
    }

    private void measure(Contender contender, Series series) throws IOException {
        BlockGenerator generator = new BlockGenerator(options.seed());
        try (Ends ends = new Ends();
                ChildProcess process = contender.start(options, ends.endpoints())) {
            try {
                Exchange.full(generator, contender).run(ends);
                for (int i = -options.latencyWarmUp(); i < options.latencyBlocks(); i++) {
                    long nanos = Exchange.changed(generator, contender).run(ends);
                    if (i >= 0) {
                        series.add(contender, nanos / 1e6);
                    }
                }
            } catch (BenchException | IOException e) {
                throw process.failure(e);
            }
        }
    }
}
