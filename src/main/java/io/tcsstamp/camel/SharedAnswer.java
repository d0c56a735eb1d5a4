package io.tcsstamp.camel;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is made once for all who ask for it while it is made. Who asks alone always gets a
 * new one; where several asked at once it is given again for a moment, so that however many ask, it
 * costs the bridge the same. Thread-safe.
 */
final class SharedAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(SharedAnswer.class);

    private final Supplier<Answer> maker;
    private final long freshNanos;
    private final Executor executor;
    private CompletableFuture<Answer> latest;
    private long made;
    private int askers;
    private boolean crowd;

    /**
     * Creates it.
     *
     * @param fresh how long after it was made an answer is given again that several asked for
     * @param executor makes it
     */
    SharedAnswer(Supplier<Answer> maker, Duration fresh, Executor executor) {
        this.maker = maker;
        this.freshNanos = fresh.toNanos();
        this.executor = executor;
    }

    /** The answer, when there is one; never fails. */
    synchronized CompletableFuture<Answer> get() {
        askers++;
        if (latest == null || latest.isDone() && !isGivenAgain()) {
            CompletableFuture<Answer> next = new CompletableFuture<>();
            latest = next;
            askers = 1;
            try {
                executor.execute(() -> make(next));
            } catch (RejectedExecutionException e) {
                next.complete(
                        Answer.line(
                                HttpResponseStatus.SERVICE_UNAVAILABLE, "the bridge is stopping"));
            }
        }
        return latest;
    }

    private boolean isGivenAgain() {
        return crowd && System.nanoTime() - made <= freshNanos;
    }

    private void make(CompletableFuture<Answer> into) {
        Answer answer;
        try {
            answer = maker.get();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // whoever waits must not wait for ever
            LOG.warn("an answer of the management port could not be made", e);
            answer =
                    Answer.line(
                            HttpResponseStatus.INTERNAL_SERVER_ERROR,
                            "the answer could not be made; the bridge's log says why");
        }
        synchronized (this) {
            made = System.nanoTime();
            crowd = askers > 1;
        }
        into.complete(answer);
    }
}
