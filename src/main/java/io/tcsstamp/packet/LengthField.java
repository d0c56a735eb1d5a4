package io.tcsstamp.packet;

/**
 * Where a packet says how long it is: the unsigned value of {@code bits} bits at {@code bit}, plus
 * {@code add}, is its number of bytes.
 *
 * @param header bytes from the packet's beginning that must be there to read it, and that every
 *     packet has
 */
record LengthField(int bit, int bits, int add, int header) {
    /** The length that a packet states, true or not. */
    long read(byte[] bytes, int start) {
        return Bits.unsigned(bytes, start, bit, bits) + add;
    }
}
