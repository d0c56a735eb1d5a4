package io.tcsstamp.bench;

import java.io.IOException;

/**
 * Lines per second: passes are written back to back, everything that comes is compared. Cold is the
 * first pass of a process, warm each one after it on the same connections. The contenders take
 * turns, so that a change of the machine's load meets all.
 */
final class Throughput {
    private final BenchOptions options;
    private final Series cold = new Series();
    private final Series warm = new Series();
    private final Series coldCost = new Series();
    private final Series warmCost = new Series();

    Throughput(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        try (LinkedEnds ends = new LinkedEnds(options, "blocks", options.blocks())) {
            for (int process = 1; process <= options.processes(); process++) {
                for (Contender contender : options.contenders()) {
                    Progress.say(
                            "throughput: %s, process %d of %d",
                            contender.title(), process, options.processes());
                    measure(contender, ends);
                }
            }
            report.note(
                    "throughput: %,d blocks, %,d records, %.1f MB a pass; %d processes, in each 1"
                        + " cold and %d warm passes; every byte compared; processor time: of the"
                        + " contender's process alone",
                    options.blocks(),
                    ends.records(),
                    ends.bytes() / 1e6,
                    options.processes(),
                    options.passes());
        }
        report(report);
    }

    private void measure(Contender contender, LinkedEnds ends)
            throws IOException, InterruptedException {
        ends.expectConnection();
        try (ChildProcess process = contender.start(options, ends.endpoints())) {
            try {
                ends.awaitConnection();
                for (int pass = 0; pass <= options.passes(); pass++) {
                    ends.prepare(pass == 0, contender.converts());
                    long cost = process.cpuNanos();
                    double seconds = ends.run();
                    cost = process.cpuNanos() - cost;
                    book(
                            contender,
                            pass == 0,
                            ends.records() / seconds,
                            cost / (double) ends.records());
                }
                process.requireRunning();
            } catch (BenchException e) {
                throw process.failure(e);
            }
            ends.expectEnd();
        }
        ends.awaitEnd();
    }

    private void book(Contender contender, boolean first, double speed, double cost) {
        Progress.say("  %,.0f lines/s, %,.0f ns of processor time a line", speed, cost);
        (first ? cold : warm).add(contender, speed);
        (first ? coldCost : warmCost).add(contender, cost);
    }

    private void report(Report report) {
        Target target = Target.atLeast(1_500_000, 3_000_000);
        report.row("throughput cold, median", "lines/s", 0, cold::median, target);
        report.row("throughput warm, median", "lines/s", 0, warm::median, target);
        report.row("throughput warm, lowest", "lines/s", 0, warm::least, Target.none());
        report.row("throughput warm, highest", "lines/s", 0, warm::most, Target.none());
        report.row("processor time cold, median", "ns/line", 0, coldCost::median, Target.none());
        report.row("processor time warm, median", "ns/line", 0, warmCost::median, Target.none());
    }
}
