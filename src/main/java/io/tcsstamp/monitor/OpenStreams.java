package io.tcsstamp.monitor;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The streams that are being read, so that the last words of the bridge wait for what their ends
 * bring, and one source can be stopped. Thread-safe.
 */
public final class OpenStreams {
    private static final long LOOK_MILLIS = 100;

    private final Set<Stream> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What is read from. */
    public interface Stream {
        /** The id of the source. */
        String source();

        /** Asks it to end, without waiting for that. */
        void end();
    }

    /** A stream begins. */
    public synchronized void opened(Stream stream) {
        open.add(stream);
    }

    /** A stream is at its end, and all that was left of it is accounted for. */
    public synchronized void closed(Stream stream) {
        open.remove(stream);
        notifyAll();
    }

    /**
     * Waits until all are closed.
     *
     * @return false where the time was not enough
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(Duration atMost) throws InterruptedException {
        return await(stream -> true, System.nanoTime() + atMost.toNanos());
    }

    /**
     * Ends those of a source, also those that begin meanwhile, and waits for that.
     *
     * @return false where the time was not enough
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean end(String source, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        List<Stream> left = of(source);
        while (!left.isEmpty() && end - System.nanoTime() > 0) {
            left.forEach(Stream::end);
            long look = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
            await(stream -> stream.source().equals(source), look - end < 0 ? look : end);
            left = of(source);
        }
        return left.isEmpty();
    }

    private synchronized List<Stream> of(String source) {
        return open.stream().filter(stream -> stream.source().equals(source)).toList();
    }

    private synchronized boolean await(Predicate<Stream> which, long end)
            throws InterruptedException {
        long left = end - System.nanoTime();
        while (left > 0 && open.stream().anyMatch(which)) {
            // rounded up: 0 would wait for ever
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = end - System.nanoTime();
        }
        return open.stream().noneMatch(which);
    }
}
