package io.tcsstamp.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH benchmarks in rounds, in each of which every benchmark has a fresh JVM: so a change of
 * the machine's load meets all, and figures of one round can be compared. A figure is known by its
 * method, and its variant where there are some. Not thread-safe.
 */
final class PacketRounds {
    /** The heap is there before the clock starts: the first use of a page is not what is asked. */
    private static final String[] JVM = {
        "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"
    };

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, List<Double>> passed = new TreeMap<>();
    private final Map<String, List<Double>> garbage = new TreeMap<>();

    /** Measures for some seconds after as many of warm-up, in each round. */
    void steady(Class<?> benchmark, BenchOptions options) throws RunnerException {
        run(
                options(benchmark)
                        .warmupIterations(options.jmhIterations())
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(options.jmhIterations())
                        .measurementTime(TimeValue.seconds(1)),
                benchmark);
    }

    /** Measures the first time in a JVM. */
    void once(Class<?> benchmark) throws RunnerException {
        run(options(benchmark).warmupIterations(0).measurementIterations(1), benchmark);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .jvmArgsAppend(JVM)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private void run(ChainedOptionsBuilder options, Class<?> benchmark) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String name = name(result, benchmark);
            times.computeIfAbsent(name, each -> new ArrayList<>()).add(time(result));
            passed.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(result.getPrimaryResult().getScore());
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            garbage.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(allocated == null ? Double.NaN : allocated.getScore());
        }
    }

    private static double time(RunResult result) {
        return result.getSecondaryResults().get("processorNanos").getScore()
                / result.getSecondaryResults().get("packets").getScore();
    }

    private static String name(RunResult result, Class<?> benchmark) {
        String name = result.getParams().getBenchmark().substring(benchmark.getName().length() + 1);
        String variant = result.getParams().getParam("variant");
        return variant == null ? name : name + " " + variant;
    }

    /** The time on a processor in nanoseconds for a packet, the median over the rounds. */
    double time(String name) {
        return Series.median(all(times, name));
    }

    /** The time that passed, in the benchmark's unit, the median over the rounds. */
    double passed(String name) {
        return Series.median(all(passed, name));
    }

    /** The median over the rounds of the ratio of two figures of the same round. */
    double ratio(String name, String yardstick) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < all(times, name).size(); round++) {
            ratios.add(all(times, name).get(round) / all(times, yardstick).get(round));
        }
        return Series.median(ratios);
    }

    /** Bytes of garbage, the most of any round. */
    double allocated(String name) {
        return all(garbage, name).stream().mapToDouble(each -> each).max().orElse(Double.NaN);
    }

    private static List<Double> all(Map<String, List<Double>> figures, String name) {
        List<Double> all = figures.get(name);
        if (all == null) {
            throw new BenchException("no benchmark is named " + name);
        }
        return all;
    }
}
