package io.tcsstamp.monitor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts the streams that are being read, so that the last words of the bridge wait for what their
 * ends bring. Thread-safe.
 */
public final class OpenStreams {
    private int open;

    /** A stream begins. */
    public synchronized void opened() {
        open++;
    }

    /** A stream is at its end, and all that was left of it is accounted for. */
    public synchronized void closed() {
        open--;
        notifyAll();
    }

    /**
     * Waits until all are closed.
     *
     * @return false where the time was not enough
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); open > 0 && left > 0; left = end - System.nanoTime()) {
            // rounded up: 0 would wait for ever
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
        return open == 0;
    }
}
