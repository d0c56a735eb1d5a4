package io.tcsstamp.camel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many connections the management port has, and how many bytes of answers are under way to
 * them. Thread-safe.
 */
final class ManagementTraffic {
    /** More than anybody who scrapes needs. */
    private static final int MOST_CONNECTIONS = 1100;

    /** The memory outside of the heap is for the routes. */
    private static final long MOST_BYTES = 8L << 20;

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** Counts a connection; false where there are too many. */
    boolean connected() {
        return connections.incrementAndGet() <= MOST_CONNECTIONS;
    }

    /** A connection that was counted is gone. */
    void disconnected() {
        connections.decrementAndGet();
    }

    /** True where there is no room for another answer now. */
    boolean isFull() {
        return bytes.get() >= MOST_BYTES;
    }

    /** These bytes are under way. */
    void sending(int length) {
        bytes.addAndGet(length);
    }

    /** These bytes arrived, or were given up. */
    void sent(int length) {
        bytes.addAndGet(-length);
    }
}
