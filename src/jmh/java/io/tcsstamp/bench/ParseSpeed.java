package io.tcsstamp.bench;

import io.tcsstamp.workload.JpssLike;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How fast the program writes the packets of a file as JSON lines: from its start to the end of its
 * output, which is read from a pipe and counted.
 */
final class ParseSpeed {
    private static final int LIMIT_SECONDS = 120;

    private final BenchOptions options;
    private final List<Double> speeds = new ArrayList<>();
    private final List<Double> packets = new ArrayList<>();

    ParseSpeed(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        Path definition = options.work().resolve("geolocation.xml");
        Path file = options.work().resolve("geolocation.bin");
        Files.writeString(definition, JpssLike.definition());
        Files.write(file, JpssLike.packets(options.parsePackets(), options.seed()));
        long bytes = measure(definition, file);
        // the first start makes the archive of classes
        speeds.clear();
        packets.clear();
        for (int process = 1; process <= options.processes(); process++) {
            Progress.say("parse: process %d of %d", process, options.processes());
            bytes = measure(definition, file);
        }
        Files.delete(file);
        report.packetRow(
                PacketFigure.alone("parse to JSON lines", "MB/s", 0, Series.median(speeds)),
                Target.atLeast(100, 100));
        report.packetRow(
                PacketFigure.alone("parse to JSON lines", "packets/s", 0, Series.median(packets)),
                Target.none());
        report.note(
                "parse: %,d packets of 27 parameters, %.1f MB of JSON lines, from the start of the"
                        + " program to its end; median of %d",
                options.parsePackets(), bytes / 1e6, options.processes());
    }

    private long measure(Path definition, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        options.bridge().toString(),
                        "parse",
                        "--definition",
                        definition.toString(),
                        "--format",
                        "jsonl",
                        file.toString());
        builder.environment().put("CACHE_FOLDER", options.work().resolve("cache").toString());
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(options.work().resolve("parse.log").toFile()));
        long start = System.nanoTime();
        Process process = builder.start();
        long bytes = 0;
        long lines = 0;
        try (InputStream out = process.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
                bytes += count;
                lines += lineEnds(buffer, count);
            }
        } finally {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0 || lines != options.parsePackets()) {
            throw new BenchException(
                    "parse ended with %d after %d lines of %d, see parse.log"
                            .formatted(process.exitValue(), lines, options.parsePackets()));
        }
        Progress.say("  %,.0f MB/s", bytes / 1e6 / seconds);
        speeds.add(bytes / 1e6 / seconds);
        packets.add(lines / seconds);
        return bytes;
    }

    private static int lineEnds(byte[] buffer, int count) {
        int ends = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                ends++;
            }
        }
        return ends;
    }
}
