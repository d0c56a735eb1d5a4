package io.tcsstamp.camel;

import java.io.IOException;

/** Lines were not sent, because after a connection ended others go first. No failure by itself. */
final class OutOfTurnException extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfTurnException() {
        super("others go first, because the connection that had them has ended");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
