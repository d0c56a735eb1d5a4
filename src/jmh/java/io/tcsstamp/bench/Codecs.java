package io.tcsstamp.bench;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The cost of parsing and formatting alone, by JMH: time and allocation per record. */
final class Codecs {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final BenchOptions options;

    Codecs(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws RunnerException {
        Progress.say("jmh: %d forks of %d iterations", options.jmhForks(), options.jmhIterations());
        Options jmh =
                new OptionsBuilder()
                        .include("io\\.tcsstamp\\.bench\\.\\w+CodecBenchmark\\.")
                        .forks(options.jmhForks())
                        .warmupIterations(options.jmhIterations())
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(options.jmhIterations())
                        .measurementTime(TimeValue.seconds(1))
                        .operationsPerInvocation(CodecInput.create().records())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        Collection<RunResult> results = new Runner(jmh).run();
        for (String work : new String[] {"parse", "format"}) {
            String figure = work.equals("parse") ? "tcs parse" : "stamp format";
            report.row(figure, "ns/record", 1, each -> time(results, each, work), Target.none());
            report.row(
                    figure + ", allocated",
                    "B/record",
                    1,
                    each -> allocated(results, each, work),
                    Target.none());
        }
        report.note(
                "jmh: %d forks of %d s, all records of %d blocks an operation",
                options.jmhForks(), options.jmhIterations(), CodecInput.BLOCKS);
    }

    private static double time(Collection<RunResult> results, Contender contender, String work) {
        RunResult result = find(results, contender, work);
        return result == null ? Double.NaN : result.getPrimaryResult().getScore();
    }

    private static double allocated(
            Collection<RunResult> results, Contender contender, String work) {
        RunResult result = find(results, contender, work);
        return result == null ? Double.NaN : result.getSecondaryResults().get(ALLOCATED).getScore();
    }

    private static RunResult find(Collection<RunResult> results, Contender contender, String work) {
        String benchmark =
                switch (contender) {
                    case BRIDGE -> BridgeCodecBenchmark.class.getName();
                    case PLAIN_LOOP -> PlainCodecBenchmark.class.getName();
                    case BYTE_COPY, NO_SPOOL, FULL_SPOOL -> "";
                };
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().equals(benchmark + "." + work)) {
                return result;
            }
        }
        return null;
    }
}
