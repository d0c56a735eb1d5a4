package io.tcsstamp.decode;

/**
 * Ends the decoding of a packet. Has no stack trace: packets fail by the thousand, and what counts
 * is where in the packet.
 */
final class DecodeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Cause cause;
    private final String field;
    private final long bitPosition;

    /**
     * Creates a failure.
     *
     * @param field the name of the parameter or container concerned
     * @param bitPosition from the start of the packet
     */
    DecodeFailure(Cause cause, String field, long bitPosition, String message) {
        super(message, null, false, false);
        this.cause = cause;
        this.field = field;
        this.bitPosition = bitPosition;
    }

    Cause why() {
        return cause;
    }

    String field() {
        return field;
    }

    long bitPosition() {
        return bitPosition;
    }
}
