package io.tcsstamp.console;

/** The console cannot be started; the message says in one line why, and what to do. */
public final class ConsoleException extends Exception {
    private static final long serialVersionUID = 1L;

    ConsoleException(String message) {
        super(message);
    }

    ConsoleException(String message, Throwable cause) {
        super(message, cause);
    }
}
