package io.tcsstamp.decode;

/**
 * How a derived value is made of a raw one.
 *
 * <p>Immutable and thread-safe.
 */
interface Derivation {
    /**
     * Makes the derived value of a slot whose raw value is there; the position is still where the
     * raw value starts.
     *
     * @throws DecodeFailure when there is no derived value; the slot is gone then
     */
    void derive(PacketValues values, int slot);
}
