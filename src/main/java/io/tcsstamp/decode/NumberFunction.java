package io.tcsstamp.decode;

/**
 * A calibrator made ready.
 *
 * <p>Immutable and thread-safe.
 */
interface NumberFunction {
    /**
     * The calibrated value.
     *
     * @param raw the number to calibrate
     * @param values may hold others that it depends on
     * @param slot of the value being calibrated, for messages
     * @throws DecodeFailure when there is none; the slot is gone then
     */
    double apply(double raw, PacketValues values, int slot);
}
