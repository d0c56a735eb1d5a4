package io.tcsstamp.bench;

import java.io.IOException;

/**
 * From the start of the launcher to the first STAMP line: both ends listen already and the TCS EGSE
 * sends a full block at once. The first start is not counted: it makes the class archive.
 */
final class StartUp {
    private final BenchOptions options;
    private final Series seconds = new Series();
    private final Series cost = new Series();

    StartUp(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException {
        for (Contender contender : options.contenders()) {
            Progress.say("start: %s, %d starts", contender.title(), options.starts());
            once(contender, new Series(), new Series());
            for (int i = 0; i < options.starts(); i++) {
                once(contender, seconds, cost);
            }
        }
        report.note(
                "start: from the command to the first line, %d starts after one not counted",
                options.starts());
        report.row("start to first line, median", "s", 3, seconds::median, Target.atMost(1, 0.5));
        report.row("start, processor time, median", "s", 3, cost::median, Target.none());
        report.row("start to first line, highest", "s", 3, seconds::most, Target.none());
    }

    private void once(Contender contender, Series wall, Series processor) throws IOException {
        Exchange exchange = Exchange.full(new BlockGenerator(options.seed()), contender);
        int line = 1;
        while (exchange.expected()[line - 1] != '\n') {
            line++;
        }
        try (Ends ends = new Ends()) {
            long start = System.nanoTime();
            try (ChildProcess process = contender.start(options, ends.endpoints())) {
                try {
                    ends.send(exchange.block());
                    byte[] first = ends.receive(line);
                    wall.add(contender, (System.nanoTime() - start) / 1e9);
                    processor.add(contender, process.cpuNanos() / 1e9);
                    exchange.check(first);
                } catch (BenchException | IOException e) {
                    throw process.failure(e);
                }
            }
        }
    }
}
