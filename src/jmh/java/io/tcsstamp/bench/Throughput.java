package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lines per second: a source process writes passes back to back, a sink process reads and compares
 * everything. Cold is the first pass of a process, warm each one after it on the same connections.
 * The contenders take turns, so that a change of the machine meets all.
 */
final class Throughput {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xmx96m", "-XX:MaxDirectMemorySize=2g");

    private final BenchOptions options;
    private final Map<Contender, List<Double>> cold = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Double>> warm = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Double>> coldCpu = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Double>> warmCpu = new EnumMap<>(Contender.class);
    private long records;
    private long bytes;

    Throughput(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        Path log = options.work().resolve("ends.log");
        String[] arguments = {Long.toString(options.seed()), Integer.toString(options.blocks())};
        try (ChildProcess source = ChildProcess.ofClass(log, JVM, SourceProcess.class, arguments);
                ChildProcess sink = ChildProcess.ofClass(log, JVM, SinkProcess.class, arguments)) {
            Endpoints endpoints =
                    Endpoints.ofPorts(
                            Integer.parseInt(source.await("listening", LIMIT)[0]),
                            Integer.parseInt(sink.await("listening", LIMIT)[0]));
            for (int process = 1; process <= options.processes(); process++) {
                for (Contender contender : Contender.values()) {
                    Progress.say(
                            "throughput: %s, process %d of %d",
                            contender.title(), process, options.processes());
                    measure(contender, endpoints, source, sink);
                }
            }
        }
        report(report);
    }

    private void measure(
            Contender contender, Endpoints endpoints, ChildProcess source, ChildProcess sink)
            throws IOException, InterruptedException {
        source.tell("accept");
        try (ChildProcess process = contender.start(options, endpoints)) {
            try {
                source.await("accepted", LIMIT);
                long start = process.cpuNanos();
                add(cold, contender, pass("first", contender, source, sink));
                add(coldCpu, contender, (process.cpuNanos() - start) / (double) records);
                for (int i = 0; i < options.passes(); i++) {
                    start = process.cpuNanos();
                    add(warm, contender, pass("next", contender, source, sink));
                    add(warmCpu, contender, (process.cpuNanos() - start) / (double) records);
                }
                process.requireRunning();
            } catch (BenchException e) {
                throw process.failure(e);
            }
            sink.tell("end");
        }
        sink.await("ended", LIMIT);
        source.tell("close");
    }

    private static void add(
            Map<Contender, List<Double>> figures, Contender contender, double figure) {
        figures.computeIfAbsent(contender, each -> new ArrayList<>()).add(figure);
    }

    /** One pass, in lines per second. */
    private double pass(String which, Contender contender, ChildProcess source, ChildProcess sink)
            throws InterruptedException {
        source.tell("prepare " + which);
        sink.tell("prepare " + which + (contender.converts() ? " lines" : " blocks"));
        String[] prepared = source.await("ready", LIMIT);
        sink.await("ready", LIMIT);
        bytes = Long.parseLong(prepared[0]);
        records = Long.parseLong(prepared[1]);
        sink.tell("receive");
        source.tell("send");
        // What came until the limit tells where it went wrong: the sink says so when told to stop.
        long stop = Long.parseLong(sink.await("received", LIMIT, () -> sink.tell("abort"))[0]);
        long start = Long.parseLong(source.await("sent", LIMIT)[0]);
        return records * 1e6 / (stop - start);
    }

    private void report(Report report) {
        report.note(
                "throughput: %,d blocks, %,d records, %.1f MB a pass; %d processes, in each 1 cold"
                        + " and %d warm passes; every byte compared",
                options.blocks(), records, bytes / 1e6, options.processes(), options.passes());
        Target target = Target.atLeast(1_500_000, 3_000_000);
        Target none = Target.none();
        report.row(
                "throughput cold, median",
                "lines/s",
                0,
                each -> stats(cold, each).median(),
                target);
        report.row(
                "throughput warm, median",
                "lines/s",
                0,
                each -> stats(warm, each).median(),
                target);
        report.row(
                "throughput warm, lowest", "lines/s", 0, each -> stats(warm, each).least(), none);
        report.row(
                "throughput warm, highest", "lines/s", 0, each -> stats(warm, each).most(), none);
        report.row(
                "processor time cold, median",
                "ns/line",
                0,
                each -> stats(coldCpu, each).median(),
                none);
        report.row(
                "processor time warm, median",
                "ns/line",
                0,
                each -> stats(warmCpu, each).median(),
                none);
    }

    private static Stats stats(Map<Contender, List<Double>> figures, Contender contender) {
        return Stats.of(figures.get(contender).stream().mapToDouble(Double::doubleValue).toArray());
    }
}
