package io.tcsstamp.decode;

/**
 * Passes over what nobody asked for.
 *
 * @param size in bits
 * @param first the name of the first field in it, for messages
 */
record SkipStep(Quantity size, String first) implements Step {
    @Override
    public long fixedBits() {
        return size instanceof Quantity.Fixed fixed ? fixed.value() : VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        values.position += Sizes.inPacket(size, values, first);
    }
}
