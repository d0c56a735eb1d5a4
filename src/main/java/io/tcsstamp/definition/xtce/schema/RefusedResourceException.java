package io.tcsstamp.definition.xtce.schema;

/** Something outside that is not read. */
final class RefusedResourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedResourceException(String message) {
        super(message);
    }
}
