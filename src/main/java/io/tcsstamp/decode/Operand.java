package io.tcsstamp.decode;

/**
 * A value of the packet that a criterion, a size or a calculation refers to.
 *
 * @param reference its number, an index into {@link PacketValues#lastSlot}
 * @param name of the parameter, for messages
 * @param field what it is a value of, as its type says; not the one in the slot for elements
 * @param calibrated true for the derived value, false for the raw one
 */
record Operand(int reference, String name, Field field, boolean calibrated) {

    /**
     * The slot of the last value decoded before.
     *
     * @throws DecodeFailure where there is none
     */
    int slot(PacketValues values) {
        int slot = values.lastSlot[reference];
        if (slot < 0) {
            throw Failures.missing(values, name);
        }
        return slot;
    }
}
