package io.tcsstamp.decode;

/**
 * Goes to the end of a container whose size is stated. XTCE: BinaryEncoding of a container.
 *
 * @param size of the container in bits
 * @param container its name, for messages
 */
record EndStep(Quantity size, String container) implements Step {
    @Override
    public long fixedBits() {
        return VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        goToEnd(values, values.containerStart, size, container);
    }

    /** Passes over what is left of a container. */
    static void goToEnd(PacketValues values, long start, Quantity size, String container) {
        long bits = size.get(values, container);
        long used = Math.max(values.position, values.furthest) - start;
        if (bits < used) {
            throw Failures.size(
                    values,
                    container,
                    "its entries take %d bits, more than its size of %d".formatted(used, bits));
        }
        if (bits > values.bitLength - start) {
            throw Failures.tooShort(values, container, bits - used);
        }
        values.position = start + bits;
    }
}
