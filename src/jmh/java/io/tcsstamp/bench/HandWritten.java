package io.tcsstamp.bench;

/** A decoder of one kind of packet written by hand: what a compiled one is measured against. */
interface HandWritten {
    /**
     * Decodes a packet: identifies it, then stores every raw and every derived value.
     *
     * @param raw gets integers as they are, floats as the bits of the double
     * @param number gets the derived values, of labels their index
     * @return false where the packet is another one, or cannot be decoded
     */
    boolean decode(byte[] bytes, int offset, int length, long[] raw, double[] number);
}
