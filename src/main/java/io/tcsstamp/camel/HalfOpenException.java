package io.tcsstamp.camel;

import java.io.IOException;

/**
 * A connection whose peer is there no more, or does not go on. The message says in the operator's
 * words how that was noticed. It has no stack trace, as no code is to blame.
 */
final class HalfOpenException extends IOException {
    HalfOpenException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
