package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a scrape takes when 2,000 parameters have a value, each scrape after a block that
 * changed them all; start and memory of a bridge with everything on.
 */
final class WatchScrape {
    private static final int PARAMETERS = 2000;
    private static final int WARM_UP = 20;
    private static final int SCRAPES = 200;

    private final BenchOptions options;
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> line = new ArrayList<>();
    private final List<Double> pages = new ArrayList<>();

    WatchScrape(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        for (int i = 0; i <= options.starts(); i++) {
            Progress.say("watch: start %d of %d", i, options.starts());
            // the first makes the class archive
            start(i > 0);
        }
        report.watchRow(
                "start to first line, everything on",
                "s",
                3,
                Series.median(line),
                Double.NaN,
                Double.NaN,
                Target.none());
        report.watchRow(
                "start to console and metrics served",
                "s",
                3,
                Series.median(pages),
                Double.NaN,
                Double.NaN,
                Target.none());
        scrapes(report);
    }

    private void start(boolean counts) throws IOException, InterruptedException {
        try (Ends ends = new Ends()) {
            long start = System.nanoTime();
            try (WatchedBridge bridge = new WatchedBridge(options, ends.endpoints())) {
                one(ends, 1, 0);
                double first = seconds(start);
                bridge.awaitPages();
                if (counts) {
                    line.add(first);
                    pages.add(seconds(start));
                }
            }
        }
    }

    private void scrapes(Report report) throws IOException, InterruptedException {
        try (Ends ends = new Ends();
                WatchedBridge bridge = new WatchedBridge(options, ends.endpoints())) {
            one(ends, 1, 0);
            bridge.awaitPages();
            report.watchRow(
                    "resident memory when started",
                    "MB",
                    1,
                    ProcessMemory.megabytes(bridge.process().handle(), "VmRSS"),
                    Double.NaN,
                    Double.NaN,
                    Target.none());
            double first = Double.NaN;
            for (int i = 1; i <= WARM_UP + SCRAPES; i++) {
                one(ends, PARAMETERS, i);
                long start = System.nanoTime();
                String metrics = bridge.scrape();
                double took = seconds(start) * 1000;
                check(metrics, i);
                if (i == 1) {
                    first = took;
                } else if (i > WARM_UP) {
                    millis.add(took);
                }
            }
            report.note(
                    "scrape: %,d parameters, all with a new value; %d scrapes after %d, each value"
                            + " looked for",
                    PARAMETERS, SCRAPES, WARM_UP);
            Target target = Target.atMost(50, 50);
            report.watchRow(
                    "scrape, median",
                    "ms",
                    1,
                    Series.median(millis),
                    Double.NaN,
                    Double.NaN,
                    target);
            report.watchRow("scrape, first", "ms", 1, first, Double.NaN, Double.NaN, target);
            report.watchRow(
                    "resident memory after the scrapes",
                    "MB",
                    1,
                    ProcessMemory.megabytes(bridge.process().handle(), "VmRSS"),
                    Double.NaN,
                    Double.NaN,
                    Target.none());
        }
    }

    /** Sends a block in which each parameter has this value, and takes its lines. */
    private static void one(Ends ends, int parameters, int value) throws IOException {
        StringBuilder block = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < parameters; i++) {
            if (i > 0) {
                block.append("\r\n");
            }
            block.append("2026/11/21 06:00:00.000 UTC\tp").append(i).append('\t');
            block.append(value).append(".5");
            lines.append("21.11.2026 06:00:00.000\tp").append(i).append("\t0000\t");
            lines.append(value).append(".5\n");
        }
        block.append('\u0003');
        ends.send(block.toString().getBytes(StandardCharsets.ISO_8859_1));
        byte[] expected = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
        new Exchange(new byte[0], expected).check(ends.receive(expected.length));
    }

    private static void check(String metrics, int value) {
        long found =
                metrics.lines()
                        .filter(each -> each.startsWith("tcsstamp_parameter{"))
                        .filter(each -> each.endsWith(" " + value + ".5"))
                        .count();
        if (found != PARAMETERS) {
            throw new BenchException(
                    "%d of %d parameters have the value that was sent"
                            .formatted(found, PARAMETERS));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
