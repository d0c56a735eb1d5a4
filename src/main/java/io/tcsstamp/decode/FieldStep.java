package io.tcsstamp.decode;

/** Reads one value into a slot. */
abstract class FieldStep implements Step {
    private final Field field;

    FieldStep(Field field) {
        this.field = field;
    }

    /** What it reads; for the elements of an array: the array itself. */
    final Field field() {
        return field;
    }

    @Override
    public final void run(PacketValues values) {
        read(values, field);
    }

    /**
     * Reads a value as one of this field: the elements of an array are read by one step.
     *
     * @throws DecodeFailure when the packet does not allow it
     */
    abstract void read(PacketValues values, Field as);
}
