package io.tcsstamp.decode;

import java.util.List;

/**
 * Passes over what nobody asked for.
 *
 * @param size in bits
 * @param first the name of the first field in it, for messages
 * @param parts where it was made of several: those, so that a packet that ends among them is told
 *     as if they had been read; else empty
 */
record SkipStep(Quantity size, String first, List<SkipStep> parts) implements Step {
    /** Creates a step. */
    SkipStep {
        parts = List.copyOf(parts);
    }

    /** Passes over one field. */
    SkipStep(Quantity size, String field) {
        this(size, field, List.of());
    }

    @Override
    public long fixedBits() {
        return size instanceof Quantity.Fixed fixed ? fixed.value() : VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        if (!parts.isEmpty() && fixedBits() > values.bitLength - values.position) {
            parts.forEach(part -> part.run(values));
        }
        values.position += Sizes.inPacket(size, values, first);
    }
}
