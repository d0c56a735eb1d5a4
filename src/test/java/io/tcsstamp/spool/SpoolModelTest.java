package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import io.tcsstamp.telemetry.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of random calls, after each of which a spool stands where its model stands. */
@Timeout(300)
class SpoolModelTest {
    private static final int ROUNDS = Integer.getInteger("test.rounds", 12);
    private static final int CALLS = 400;

    @TempDir Path folder;
    private int runs;

    private SpoolModel model;
    private Spool spool;
    private SpooledLines taken;
    private SpoolOptions options;
    private StringBuilder calls;

    @Test
    void doesWhatItsModelDoes() {
        try (LogLines log = new LogLines(SpoolKeeper.class)) {
            Seed.rounds(ROUNDS, this::round);
            assertThat(log.lines()).noneMatch(line -> line.contains("missing"));
        }
    }

    private void round(Random random) throws Exception {
        long[] memories = {1, 3_000, 100_000};
        long[] limits = {2_000, 60_000, 1 << 30};
        options =
                new SpoolOptions(
                        folder.resolve(runs++ + ".db"),
                        Synchronous.NORMAL,
                        limits[random.nextInt(limits.length)],
                        WhenFull.DROP_OLDEST,
                        memories[random.nextInt(memories.length)]);
        model = new SpoolModel();
        taken = null;
        calls = new StringBuilder(options.toString());
        spool = Spool.open("stamp", options);
        try {
            for (int i = 0; i < CALLS; i++) {
                call(random);
                model.assertSame(spool);
            }
            spool.rewind();
            model.rewind();
            while (spool.hasUnsent()) {
                model.take(spool.next(Lines.SOON));
            }
            spool.confirm(model.position(model.end), spool.epoch());
            assertThat(spool.lines()).isZero();
            assertThat(spool.status().trouble()).isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("after " + calls, e);
        } finally {
            spool.close();
        }
    }

    private void call(Random random) throws Exception {
        int kind = random.nextInt(100);
        if (kind < 35) {
            append(random);
        } else if (kind < 60) {
            take();
        } else if (kind < 75) {
            sent(random);
        } else if (kind < 80) {
            untake();
        } else if (kind < 90) {
            confirm(random);
        } else if (kind < 93) {
            confirmLines(random);
        } else if (kind < 96) {
            called("rewind");
            spool.rewind();
            model.rewind();
            taken = null;
        } else {
            reopen(random.nextBoolean());
        }
    }

    private void append(Random random) throws Exception {
        int count = random.nextInt(20) == 0 ? random.nextInt(1000) + 1 : random.nextInt(30) + 1;
        byte[] lines = model.lines(count, random.nextInt(20), random);
        called("append " + count + " lines of " + lines.length);
        spool.append(lines, count, 0, 0);
        model.append(lines, options.maxBytes());
    }

    private void take() throws Exception {
        called("next");
        if (spool.hasUnsent()) {
            taken = spool.next(Lines.SOON);
            model.take(taken);
        } else {
            assertThat(spool.next(0)).isNull();
            model.tookNothing();
        }
    }

    private void sent(Random random) {
        if (taken != null && random.nextInt(10) > 0) {
            called("sent");
            assertThat(spool.sent(taken)).isTrue();
            model.sent();
        }
    }

    private void untake() {
        if (taken != null) {
            called("untake");
            spool.untake(taken);
            model.untake();
            taken = null;
        }
    }

    private void confirm(Random random) {
        long position = anyPosition(random);
        called("confirm " + position);
        spool.confirm(position, spool.epoch());
        model.confirmed(position, spool.counters().confirmed());
    }

    private void confirmLines(Random random) {
        long position = anyPosition(random);
        called("confirmLines " + position);
        spool.confirmLines(position, spool.epoch());
        model.confirmLines(position);
    }

    /** Somewhere in what was taken out, or before it. */
    private long anyPosition(Random random) {
        long from = model.position(Math.max(0, model.first - 10));
        long to = model.position(model.next);
        return random.nextInt(5) == 0 ? to : from + (long) (random.nextDouble() * (to - from));
    }

    private void reopen(boolean crash) throws Exception {
        called(crash ? "crash" : "close");
        Path file = folder.resolve(runs++ + ".db");
        if (crash) {
            copy("", file);
            copy("-wal", file);
        }
        spool.close();
        if (crash) {
            options =
                    new SpoolOptions(
                            file,
                            Synchronous.NORMAL,
                            options.maxBytes(),
                            options.whenFull(),
                            options.memoryBytes());
        } else {
            model.written();
        }
        spool = Spool.open("stamp", options);
        model.reopened();
        taken = null;
    }

    private void copy(String part, Path to) throws Exception {
        Path from = options.file();
        Path source = from.resolveSibling(from.getFileName() + part);
        if (Files.exists(source)) {
            Files.copy(source, to.resolveSibling(to.getFileName() + part));
        }
    }

    private void called(String what) {
        calls.append("\n").append(what);
    }
}
