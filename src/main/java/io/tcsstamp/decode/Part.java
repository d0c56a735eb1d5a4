package io.tcsstamp.decode;

/**
 * Something whose name depends on the packet: an element of an array, or what is in it.
 *
 * <p>Immutable and thread-safe.
 */
interface Part {
    /** The bits it takes in every packet, or {@link Step#VARIABLE}. */
    long fixedBits();

    /** True where nothing in it is wanted. */
    boolean isSkipped();

    /**
     * Reads it, or passes over it.
     *
     * @param names its own
     */
    void read(PacketValues values, PartNames names);

    /** A value. */
    record Scalar(FieldStep step) implements Part {
        @Override
        public long fixedBits() {
            return step.fixedBits();
        }

        @Override
        public boolean isSkipped() {
            return false;
        }

        @Override
        public void read(PacketValues values, PartNames names) {
            step.read(values, names.field(step.field().type()));
        }
    }

    /** A value that nobody asked for. */
    record Skipped(SkipStep step) implements Part {
        @Override
        public long fixedBits() {
            return step.fixedBits();
        }

        @Override
        public boolean isSkipped() {
            return true;
        }

        @Override
        public void read(PacketValues values, PartNames names) {
            step.run(values);
        }
    }
}
