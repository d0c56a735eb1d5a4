package io.tcsstamp.cli;

/** A mistake in what the user said, told in one line; the process exits with 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
