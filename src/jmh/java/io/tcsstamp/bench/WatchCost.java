package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to be watched: the processor time of 1,000 lines with the console and the metrics
 * on, scraped every second, beside the same with both off. Pairs of fresh processes, the first of
 * each pair in turn; warm passes only.
 */
final class WatchCost {
    private final BenchOptions options;
    private final List<Double> on = new ArrayList<>();
    private final List<Double> off = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    WatchCost(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        try (LinkedEnds ends = new LinkedEnds(options, "blocks", options.blocks())) {
            for (int pair = 1; pair <= options.watchPairs(); pair++) {
                boolean watchedFirst = pair % 2 == 0;
                double first = measure(watchedFirst, ends);
                double second = measure(!watchedFirst, ends);
                double watched = watchedFirst ? first : second;
                double bare = watchedFirst ? second : first;
                Progress.say(
                        "watch: pair %d of %d: on %.0f, off %.0f us per 1,000 lines",
                        pair, options.watchPairs(), watched, bare);
                on.add(watched);
                off.add(bare);
                ratios.add(bare / watched);
            }
            report.note(
                    "watched: %d alternating pairs of processes, in each %d warm passes of %,d"
                            + " records; a scrape a second; every byte compared",
                    options.watchPairs(), options.passes(), ends.records());
        }
        report.watchRow(
                "processor time per 1,000 lines",
                "us",
                1,
                Series.median(on),
                Series.median(off),
                Double.NaN,
                Target.none());
        report.watchRow(
                "throughput at the same processor time, on / off",
                "",
                3,
                Double.NaN,
                Double.NaN,
                Series.median(ratios),
                Target.atLeast(0.95, 0.95));
    }

    /** Microseconds of processor time per 1,000 lines. */
    private double measure(boolean watched, LinkedEnds ends)
            throws IOException, InterruptedException {
        ends.expectConnection();
        double cost;
        if (watched) {
            try (WatchedBridge bridge = new WatchedBridge(options, ends.endpoints())) {
                bridge.awaitPages();
                ScheduledExecutorService scraper = Executors.newSingleThreadScheduledExecutor();
                try {
                    scraper.scheduleAtFixedRate(() -> scrape(bridge), 0, 1, TimeUnit.SECONDS);
                    cost = passes(bridge.process(), ends);
                } finally {
                    scraper.shutdownNow();
                }
            }
        } else {
            Path log = options.work().resolve("unwatched.log");
            try (ChildProcess bridge =
                    Contender.bridge(options, log, Map.of(), ends.endpoints().arguments())) {
                cost = passes(bridge, ends);
            }
        }
        ends.awaitEnd();
        return cost;
    }

    private static void scrape(WatchedBridge bridge) {
        try {
            bridge.scrape();
        } catch (IOException e) {
            Progress.say("watch: a scrape failed: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double passes(ChildProcess process, LinkedEnds ends) throws InterruptedException {
        try {
            ends.awaitConnection();
            long cost = 0;
            long records = 0;
            for (int pass = 0; pass <= options.passes(); pass++) {
                ends.prepare(pass == 0, true);
                long before = process.cpuNanos();
                ends.run();
                if (pass > 0) {
                    cost += process.cpuNanos() - before;
                    records += ends.records();
                }
            }
            process.requireRunning();
            ends.expectEnd();
            return cost / (double) records;
        } catch (BenchException e) {
            throw process.failure(e);
        }
    }
}
