package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What to measure, from the system properties {@code bench.*}.
 *
 * @param parts the parts to run
 * @param contenders who is measured: the bridge and, unless left out, the yardsticks
 * @param bridge the launcher of the bridge
 * @param work the folder for logs, the class archive and the quarantine of the measured bridge
 * @param seed the seed of all generated blocks
 * @param blocks blocks a throughput pass
 * @param processes how often each contender is started for the throughput
 * @param passes warm passes in each of these processes
 * @param latencyBlocks blocks measured one by one
 * @param latencyWarmUp blocks sent before these
 * @param starts measured starts
 * @param memoryMinutes how long the blocks come at 1 Hz before the memory is read
 * @param jmhForks forks of each JMH benchmark
 * @param jmhIterations measured seconds of each fork
 * @param packetRounds how often each JMH benchmark of packets is run, in a fresh JVM
 * @param streamPackets packets a pass of the throughput of packets
 * @param parsePackets packets of the file that is parsed
 * @param watchPairs pairs of processes with and without console and metrics
 */
record BenchOptions(
        Set<Part> parts,
        Set<Contender> contenders,
        Path bridge,
        Path work,
        long seed,
        int blocks,
        int processes,
        int passes,
        int latencyBlocks,
        int latencyWarmUp,
        int starts,
        double memoryMinutes,
        int jmhForks,
        int jmhIterations,
        int packetRounds,
        int streamPackets,
        int parsePackets,
        int watchPairs) {

    /** What can be measured by itself. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        START,
        RSS,
        JMH,
        PACKETS,
        PACKETS_TCP,
        PARSE,
        WATCH;

        /** How it is called on the command line. */
        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String ALL_PARTS =
            "throughput,latency,start,rss,jmh,packets,packets-tcp,parse,watch";

    static BenchOptions fromSystemProperties() throws IOException {
        Path work = Path.of(text("work", "target/bench")).toAbsolutePath();
        Files.createDirectories(work);
        return new BenchOptions(
                parts(text("parts", ALL_PARTS)),
                yardsticks(text("yardsticks", "true")),
                Path.of(text("bridge", windows() ? "tcs-stamp.cmd" : "tcs-stamp")).toAbsolutePath(),
                work,
                Long.parseLong(text("seed", "20261121")),
                count("blocks", 40_000, 1),
                count("processes", 3, 1),
                count("passes", 5, 1),
                count("latency.blocks", 2000, 1),
                count("latency.warmup", 500, 0),
                count("start.runs", 10, 1),
                Double.parseDouble(text("rss.minutes", "10")),
                count("jmh.forks", 2, 1),
                count("jmh.iterations", 5, 1),
                count("packets.rounds", 3, 1),
                count("packets.stream", 60_000, 1),
                count("packets.parse", 300_000, 1),
                count("watch.pairs", 10, 1));
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static Set<Contender> yardsticks(String wanted) {
        return Boolean.parseBoolean(wanted)
                ? EnumSet.allOf(Contender.class)
                : EnumSet.of(Contender.BRIDGE, Contender.NO_SPOOL, Contender.FULL_SPOOL);
    }

    private static Set<Part> parts(String list) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String each : list.split(",")) {
            try {
                parts.add(Part.valueOf(each.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new BenchException(
                        "bench.parts: '%s' is none of %s".formatted(each, ALL_PARTS));
            }
        }
        return parts;
    }

    private static int count(String name, int otherwise, int least) {
        String text = text(name, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is too small
        }
        throw new BenchException(
                "bench.%s: '%s' is not a whole number of at least %d".formatted(name, text, least));
    }

    private static String text(String name, String otherwise) {
        String text = System.getProperty("bench." + name, "");
        return text.isBlank() ? otherwise : text;
    }
}
