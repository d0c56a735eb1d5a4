package io.tcsstamp.fuzz;

import java.util.Random;

/** Something that reads bytes. Used by one thread. */
interface FuzzTarget {
    /** Bytes for one input: valid ones, mutated ones, or noise. */
    byte[] input(Random random) throws Exception;

    /**
     * Reads the input and throws where anything is not as it must be; what the target says it
     * throws at bad input is caught here.
     *
     * @param random for how it is read, for example in which pieces
     */
    void check(byte[] input, Random random) throws Exception;

    /** How many bytes a check may allocate, in all, for an input of this length. */
    default long mostAllocated(int length) {
        return (8L << 20) + 4000L * length;
    }
}
