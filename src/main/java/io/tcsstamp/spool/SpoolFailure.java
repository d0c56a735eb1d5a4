package io.tcsstamp.spool;

/** A spool's file could not be read or changed from outside. The message is for the operator. */
public final class SpoolFailure extends Exception {
    private static final long serialVersionUID = 1L;

    SpoolFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
