package io.tcsstamp.monitor.jmx;

/** An operation cannot be done; the message says in a line why, and what to do. */
public final class RefusedException extends Exception {
    /** Creates it. */
    public RefusedException(String message) {
        super(message);
    }
}
