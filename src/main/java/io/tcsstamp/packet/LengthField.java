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

    /** The byte of a field of 16 bits on a byte's limit, or -1 for any other. */
    int wordAt() {
        return bits == 16 && (bit & 7) == 0 ? bit >> 3 : -1;
    }
}
