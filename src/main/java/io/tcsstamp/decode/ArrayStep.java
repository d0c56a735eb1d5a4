package io.tcsstamp.decode;

/** Reads an array whose elements are not known before the packet is. */
final class ArrayStep implements Step {
    private final Part array;
    private final PartNames names;

    ArrayStep(Part array, PartNames names) {
        this.array = array;
        this.names = names;
    }

    @Override
    public long fixedBits() {
        return VARIABLE;
    }

    @Override
    public void run(PacketValues values) {
        array.read(values, names);
    }
}
