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
 * An answer that is made once for all who ask for it within a moment, by one thread: however many
 * ask, it costs the bridge the same. Thread-safe.
 */
final class SharedAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(SharedAnswer.class);

    private final Supplier<Answer> maker;
    private final long freshNanos;
    private final Executor executor;
    private CompletableFuture<Answer> latest;
    private long made;

    /**
     * Creates it.
     *
     * @param fresh how long after it was made an answer is given again
     * @param executor makes it
     */
    SharedAnswer(Supplier<Answer> maker, Duration fresh, Executor executor) {
        this.maker = maker;
        this.freshNanos = fresh.toNanos();
        this.executor = executor;
    }

    /** The answer, when there is one; never fails. */
    synchronized CompletableFuture<Answer> get() {
        if (latest == null || latest.isDone() && System.nanoTime() - made > freshNanos) {
            CompletableFuture<Answer> next = new CompletableFuture<>();
            latest = next;
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
        }
        into.complete(answer);
    }
}
