package io.tcsstamp.camel;

/** A setting of TLS cannot be used; the message names the property and the file, and no secret. */
final class TlsException extends IllegalArgumentException {
    TlsException(String property, String problem) {
        super(property + ": " + problem);
    }
}
