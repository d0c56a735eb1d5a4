package io.tcsstamp.decode;

import io.tcsstamp.definition.Entry;

/**
 * Goes where the next entry starts. XTCE: LocationInContainerInBits.
 *
 * @param from what the offset counts from; never the next entry, which is resolved in the plan
 * @param offset in bits
 * @param field the name of the entry, for messages
 */
record LocateStep(Entry.Reference from, Quantity offset, String field) implements Step {
    @Override
    public long fixedBits() {
        return VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        long bits = offset.get(values, field);
        long base =
                switch (from) {
                    case CONTAINER_START -> values.containerStart;
                    case CONTAINER_END -> values.containerEnd;
                    case PREVIOUS_ENTRY, NEXT_ENTRY -> values.position;
                };
        long target = from == Entry.Reference.CONTAINER_END ? base - bits : base + bits;
        if (bits > values.bitLength || bits < -values.bitLength || target < 0) {
            throw Failures.size(
                    values,
                    field,
                    "it is placed %d bits from %s, which is outside of the packet of %d bits"
                            .formatted(bits, words(), values.bitLength));
        }
        if (target > values.bitLength) {
            throw new DecodeFailure(
                    Cause.SHORT,
                    field,
                    values.position,
                    "it is placed at bit %d, but the packet has %d"
                            .formatted(target, values.bitLength));
        }
        values.moveTo(target);
    }

    private String words() {
        return switch (from) {
            case CONTAINER_START -> "the start of its container";
            case CONTAINER_END -> "the end of its container";
            case PREVIOUS_ENTRY, NEXT_ENTRY -> "the end of the previous entry";
        };
    }
}
