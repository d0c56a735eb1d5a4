package io.tcsstamp.camel;

import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.QuarantineShelf;
import io.tcsstamp.monitor.jmx.RefusedException;
import io.tcsstamp.monitor.jmx.ReplayControl;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays files of the quarantine, one at a time, in a thread of its own. A file whose replay did
 * not come to its end is replayed anew at the next time. Thread-safe.
 */
final class QuarantineReplay implements ReplayControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineReplay.class);

    /** How long a caller is made to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final QuarantineShelf shelf;
    private final ReplayRoutes routes;
    private final ExecutorService executor;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong replayed = new AtomicLong();
    private volatile boolean closed;
    private volatile String last = "";

    /**
     * Creates it.
     *
     * @param executor with one thread; ended with this
     */
    QuarantineReplay(QuarantineShelf shelf, ReplayRoutes routes, ExecutorService executor) {
        this.shelf = shelf;
        this.routes = routes;
        this.executor = executor;
    }

    @Override
    public String replay(String file) throws RefusedException {
        return alone(List.of(file));
    }

    @Override
    public String replayAll() throws RefusedException {
        try {
            return alone(shelf.names());
        } catch (IllegalStateException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    private String alone(List<String> files) throws RefusedException {
        if (closed) {
            throw new RefusedException("the bridge is stopping");
        }
        if (files.isEmpty()) {
            return "there is no file to replay";
        }
        if (!busy.compareAndSet(false, true)) {
            throw new RefusedException(
                    "another replay runs; wait for its end, which LastReplay tells");
        }
        Future<String> result = executor.submit(() -> all(files));
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "the replay goes on; LastReplay tells how far it is and what came of it";
        } catch (ExecutionException e) {
            throw new RefusedException(
                    e.getCause() instanceof RefusedException refused
                            ? refused.getMessage()
                            : "the replay failed: " + FailureText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("nobody waits for the replay any more; it goes on");
        }
    }

    private String all(List<String> files) throws RefusedException {
        try {
            StringBuilder text = new StringBuilder();
            for (String file : files) {
                String result = one(file);
                LOG.info("{}", result);
                text.append(text.length() == 0 ? "" : "\n").append(result);
                told(text.toString());
            }
            return text.toString();
        } catch (RefusedException e) {
            LOG.warn("{}", e.getMessage());
            told(e.getMessage());
            throw e;
        } finally {
            busy.set(false);
        }
    }

    private void told(String text) {
        last = Instant.now().truncatedTo(ChronoUnit.SECONDS) + ": " + text;
    }

    private String one(String file) throws RefusedException {
        Path taken = null;
        ReplayReport report = null;
        try {
            taken = shelf.take(file);
            try (OutputStream kept = new BufferedOutputStream(shelf.keep(taken))) {
                ReplayRun run = new ReplayRun(routes, kept, this::isClosed);
                report = run.report();
                told(file + ": the replay has begun");
                run.run(taken);
            }
            report.failedAgainIn(shelf.newest());
            replayed.addAndGet(report.replayed());
            String end =
                    report.replayed() == 0
                            ? "nothing of it went through its route, " + shelf.untouched(taken)
                            : shelf.done(taken, report.kept() > 0);
            return file + ": " + report + "; " + end;
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage());
        } catch (IOException | RefusedException e) {
            LOG.debug("the replay of {} ended", file, e);
            String why = e instanceof IOException ? FailureText.of(e) : e.getMessage();
            throw new RefusedException(
                    file
                            + ": the replay ended before its end: "
                            + why
                            + (taken == null
                                    ? ""
                                    : "; "
                                            + report
                                            + "; replay "
                                            + taken.getFileName()
                                            + " to do it anew, from its start"));
        }
    }

    private boolean isClosed() {
        return closed;
    }

    @Override
    public String last() {
        return last;
    }

    @Override
    public long replayed() {
        return replayed.get();
    }

    /** Ends a replay behind its batch. */
    @Override
    public void close() {
        closed = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_BATCH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a replay of the quarantine has not ended; its file is replayed anew");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
