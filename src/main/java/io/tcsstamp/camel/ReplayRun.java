package io.tcsstamp.camel;

import io.tcsstamp.monitor.jmx.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Replays the lines of one file. What may succeed at another time is written to where it is kept.
 * Used by one thread.
 */
final class ReplayRun {
    private final ReplayRoutes routes;
    private final OutputStream kept;
    private final BooleanSupplier ended;
    private final ReplayReport report = new ReplayReport();
    private final ReplayBatch batch = new ReplayBatch();
    // most lines come from where the one before came from
    private String origin;
    private Optional<String> source = Optional.empty();

    /**
     * Creates it.
     *
     * @param kept takes the lines that stay in quarantine, as they are
     * @param ended true when no time is left
     */
    ReplayRun(ReplayRoutes routes, OutputStream kept, BooleanSupplier ended) {
        this.routes = routes;
        this.kept = kept;
        this.ended = ended;
    }

    /** What has come of it so far; exact only for the thread that runs it. */
    ReplayReport report() {
        return report;
    }

    /**
     * Does it.
     *
     * @throws RefusedException if it cannot go on
     */
    void run(Path file) throws IOException, RefusedException {
        try (QuarantineLines lines = new QuarantineLines(file)) {
            while (lines.next()) {
                report.read();
                take(lines);
            }
        }
        give();
    }

    private void take(QuarantineLines lines) throws IOException, RefusedException {
        if (lines.isTooLong()) {
            report.skipped(ReplaySkip.LONG_LINE, lines.number());
            return;
        }
        QuarantineLine line;
        try {
            line = QuarantineLine.parse(lines.bytes(), lines.length());
        } catch (IOException e) {
            report.skipped(ReplaySkip.DAMAGED, lines.number());
            return;
        }
        byte[] raw = Arrays.copyOf(lines.bytes(), lines.length());
        if (!line.origin().equals(origin)) {
            origin = line.origin();
            source = routes.sourceOf(origin);
        }
        if (source.isEmpty()) {
            boolean emission = ReplaySkip.of(line, false) == ReplaySkip.VALUES;
            skip(emission ? ReplaySkip.VALUES : ReplaySkip.UNKNOWN, raw, lines.number());
            return;
        }
        boolean packets = routes.isPackets(source.get());
        ReplaySkip skip = ReplaySkip.of(line, packets);
        if (skip == null && !routes.isRunning(source.get())) {
            skip = ReplaySkip.STOPPED;
        }
        if (skip != null) {
            skip(skip, raw, lines.number());
            return;
        }
        if (!batch.fits(source.get(), line)) {
            give();
        }
        batch.add(source.get(), packets, line, raw, lines.number());
    }

    private void skip(ReplaySkip why, byte[] line, long number) throws IOException {
        report.skipped(why, number);
        if (why.isKept()) {
            kept.write(line);
            kept.write('\n');
        }
    }

    private void give() throws IOException, RefusedException {
        if (batch.isEmpty()) {
            return;
        }
        if (ended.getAsBoolean()) {
            throw new RefusedException("the bridge is stopping");
        }
        ReplayMark mark = new ReplayMark(batch.received());
        if (routes.give(batch.source(), batch.body(), mark)) {
            report.replayed(batch.lines().size(), mark.sent(), mark.rejected());
        } else {
            for (int i = 0; i < batch.lines().size(); i++) {
                skip(ReplaySkip.STOPPED, batch.lines().get(i), batch.numbers().get(i));
            }
        }
        batch.clear();
    }
}
