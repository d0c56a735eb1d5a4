package io.tcsstamp.decode;

/**
 * A field whose place and slot are known before there is a packet.
 *
 * @param step what reads it
 * @param bit where it starts, from the start of the packet or of the part that it is in
 * @param slot its slot, or how far it is behind the first slot of its part
 */
record PlacedField(FieldStep step, int bit, int slot) {
    Field field() {
        return step.field();
    }

    int bits() {
        return (int) step.fixedBits();
    }

    /** The first bit behind it. */
    int end() {
        return bit + bits();
    }
}
