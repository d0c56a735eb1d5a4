package io.tcsstamp.decode;

/**
 * A condition over the values of a packet so far, bound to the fields it refers to.
 *
 * <p>Immutable and thread-safe.
 */
interface Criterion {
    /**
     * Tells whether it holds.
     *
     * @throws DecodeFailure when it refers to a value that is not there
     */
    boolean test(PacketValues values);
}
