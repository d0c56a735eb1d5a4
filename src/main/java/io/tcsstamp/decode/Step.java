package io.tcsstamp.decode;

/**
 * One thing to do while a container is decoded: read a field, skip, go somewhere, repeat.
 *
 * <p>Immutable and thread-safe; all state is in the {@link PacketValues}. A step is the reference
 * for what it does; the compiler writes code that does the same for the simple ones, and calls
 * {@link #run} for the others.
 */
interface Step {
    /** The step takes a number of bits that depends on the packet. */
    long VARIABLE = -1;

    /** The bits it takes from where the previous ended, the same in every packet; or VARIABLE. */
    long fixedBits();

    /**
     * Does it, from {@link PacketValues#position} on.
     *
     * @throws DecodeFailure when the packet does not allow it
     */
    void run(PacketValues values);
}
