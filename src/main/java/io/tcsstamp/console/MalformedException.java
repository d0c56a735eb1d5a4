package io.tcsstamp.console;

import java.io.IOException;

/** A request says nothing that could be understood. */
final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
