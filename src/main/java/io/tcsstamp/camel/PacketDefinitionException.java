package io.tcsstamp.camel;

import io.tcsstamp.definition.DefinitionException;

/** Packet definitions that a route needs cannot be used; the message says where and why. */
final class PacketDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PacketDefinitionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what {@link PacketDefinitions#load} failed on. */
    static String text(Throwable cause) {
        if (cause instanceof DefinitionException wrong) {
            return wrong.getMessage();
        }
        return cause instanceof java.nio.file.NoSuchFileException missing
                ? "there is no file " + missing.getMessage()
                : String.valueOf(cause.getMessage());
    }
}
