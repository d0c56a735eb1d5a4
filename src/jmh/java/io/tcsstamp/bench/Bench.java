package io.tcsstamp.bench;

import io.tcsstamp.bench.BenchOptions.Part;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures what {@code bench.parts} asks for and prints the report. A missed target is only
 * reported, since the machine may be slow or busy; lost or wrong lines, or a part that cannot be
 * measured, make it fail.
 */
public final class Bench {
    private final BenchOptions options;
    private final Report report = new Report();

    private Bench(BenchOptions options) {
        this.options = options;
    }

    /** A way to measure one part. */
    @FunctionalInterface
    private interface Measurement {
        void run(Report report) throws Exception;
    }

    /**
     * Runs the benchmark: exit code 0 when everything was measured, 1 when something failed, 2 for
     * a wrong option.
     *
     * @param args none: the options are system properties
     */
    public static void main(String[] args) throws IOException {
        BenchOptions options;
        try {
            options = BenchOptions.fromSystemProperties();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Bench(options).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        Machine.describe();
        clearLogs();
        part(Part.THROUGHPUT, new Throughput(options)::run);
        part(Part.LATENCY, new Latency(options)::run);
        part(Part.START, new StartUp(options)::run);
        part(Part.JMH, new Codecs(options)::run);
        part(Part.PACKETS, new PacketDecoding(options)::run);
        part(Part.PACKETS_TCP, new PacketThroughput(options)::run);
        part(Part.PARSE, new ParseSpeed(options)::run);
        part(Part.WATCH, this::watch);
        part(Part.RSS, new ResidentMemory(options)::run);
        Path file = options.work().resolve("report.txt");
        Files.writeString(file, report.text());
        System.out.print(report.text());
        System.out.flush();
        return !report.failed();
    }

    private void watch(Report to) throws IOException, InterruptedException {
        new WatchCost(options).run(to);
        new WatchScrape(options).run(to);
    }

    /** Processes append to their logs: what an earlier run left there would mislead. */
    private void clearLogs() throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(options.work(), "*.log")) {
            for (Path log : logs) {
                Files.delete(log);
            }
        }
    }

    private void part(Part part, Measurement measurement) {
        if (!options.parts().contains(part)) {
            return;
        }
        try {
            measurement.run(report);
        } catch (Exception e) {
            String reason = e instanceof BenchException ? e.getMessage() : e.toString();
            report.failure(part.title(), reason);
        }
    }
}
