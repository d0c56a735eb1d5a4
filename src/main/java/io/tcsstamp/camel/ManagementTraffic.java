package io.tcsstamp.camel;

import io.netty.channel.ChannelHandlerContext;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which connections the management port has, and how many bytes of answers are under way to them.
 * Where there are too many, the one goes that has asked nothing for longest, so that nobody shuts
 * others out by connections alone. Thread-safe.
 */
final class ManagementTraffic {
    /** More than anybody who scrapes needs. */
    static final int MOST_CONNECTIONS = 1100;

    /** The memory outside of the heap is for the routes. */
    private static final long MOST_BYTES = 8L << 20;

    private final AtomicLong bytes = new AtomicLong();

    /** Those that ask nothing now, the one that has done so for longest first. */
    private final Set<ChannelHandlerContext> idle = new LinkedHashSet<>();

    private int connections;

    /** Takes a connection, in place of an idle one where there are too many; false if it cannot. */
    boolean connected(ChannelHandlerContext connection) {
        ChannelHandlerContext other = null;
        synchronized (this) {
            connections++;
            if (connections > MOST_CONNECTIONS) {
                Iterator<ChannelHandlerContext> longest = idle.iterator();
                if (!longest.hasNext()) {
                    return false;
                }
                other = longest.next();
                longest.remove();
            }
            idle.add(connection);
        }
        if (other != null) {
            other.close();
        }
        return true;
    }

    /** A connection asks something. */
    synchronized void asks(ChannelHandlerContext connection) {
        idle.remove(connection);
    }

    /** A connection has its answer. */
    synchronized void answered(ChannelHandlerContext connection) {
        idle.add(connection);
    }

    /** A connection is gone, also one that was not taken. */
    synchronized void disconnected(ChannelHandlerContext connection) {
        idle.remove(connection);
        connections--;
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
