package io.tcsstamp.camel;

/**
 * How many connections the management port has, and how many bytes of answers are under way to
 * them. Of one thread.
 */
final class ManagementTraffic {
    /** What answers under way may take together; one alone may be longer. */
    private static final long MOST_BYTES = 8L << 20;

    private final int mostConnections;
    private int connections;
    private long bytes;

    ManagementTraffic(int mostConnections) {
        this.mostConnections = mostConnections;
    }

    /** Counts a connection; false where there are too many. */
    boolean connected() {
        return ++connections <= mostConnections;
    }

    /** A connection that was counted is gone. */
    void disconnected() {
        connections--;
    }

    /** Takes room for an answer; false where there is none. */
    boolean take(int length) {
        if (bytes > 0 && bytes + length > MOST_BYTES) {
            return false;
        }
        bytes += length;
        return true;
    }

    /** Gives room back. */
    void give(int length) {
        bytes -= length;
    }
}
