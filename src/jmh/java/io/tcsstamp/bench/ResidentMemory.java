package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The resident memory after some minutes of usual work, one block a second, of the bridge and, fed
 * at the same time, of the plain loop. Needs Linux.
 */
final class ResidentMemory {
    private final BenchOptions options;

    ResidentMemory(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        long blocks = Math.round(options.memoryMinutes() * 60);
        if (blocks <= 0 || !Files.exists(Path.of("/proc/self/status"))) {
            report.note(
                    "memory: not measured (%s)",
                    blocks <= 0 ? "bench.rss.minutes=0" : "no /proc here");
            return;
        }
        Progress.say("memory: %d blocks, one a second", blocks);
        try (Fed bridge = new Fed(Contender.BRIDGE, options);
                Fed plain = new Fed(Contender.PLAIN_LOOP, options)) {
            long start = System.nanoTime();
            for (long i = 0; i < blocks; i++) {
                TimeUnit.NANOSECONDS.sleep(start + TimeUnit.SECONDS.toNanos(i) - System.nanoTime());
                bridge.feed();
                plain.feed();
            }
            report.note("memory: %,d blocks at 1 Hz", blocks);
            report.row(
                    "resident memory (VmRSS)",
                    "MB",
                    1,
                    each -> pick(each, bridge, plain, "VmRSS"),
                    Target.atMost(150, 150));
            report.row(
                    "its highest (VmHWM)",
                    "MB",
                    1,
                    each -> pick(each, bridge, plain, "VmHWM"),
                    Target.none());
        }
    }

    private static double pick(Contender contender, Fed bridge, Fed plain, String field) {
        return switch (contender) {
            case BRIDGE -> bridge.megabytes(field);
            case PLAIN_LOOP -> plain.megabytes(field);
            case BYTE_COPY, NO_SPOOL, FULL_SPOOL -> Double.NaN;
        };
    }

    /** A contender between two ends of its own. */
    private static final class Fed implements AutoCloseable {
        private final Contender contender;
        private final BlockGenerator generator;
        private final Ends ends = new Ends();
        private final ChildProcess process;

        Fed(Contender contender, BenchOptions options) throws IOException {
            this.contender = contender;
            generator = new BlockGenerator(options.seed());
            process = contender.start(options, ends.endpoints());
        }

        void feed() {
            try {
                Exchange.changed(generator, contender).run(ends);
            } catch (BenchException | IOException e) {
                throw process.failure(e);
            }
        }

        double megabytes(String field) {
            return ProcessMemory.megabytes(process.handle(), field);
        }

        @Override
        public void close() throws IOException {
            try (ends) {
                process.close();
            }
        }
    }
}
