package io.tcsstamp.decode;

import io.tcsstamp.packet.Bits;

/** The derived value is true (1) where one of the bits is set. */
enum BooleanOfBytes implements Derivation {
    /** The only one. */
    INSTANCE;

    @Override
    public void derive(PacketValues values, int slot) {
        long at = Extent.bitOffset(values.raw[slot]);
        long end = at + Extent.bitLength(values.raw[slot]);
        values.spend((end - at) >> 6, values.fields[slot].name());
        long any = 0;
        while (at < end && any == 0) {
            int width = (int) Math.min(64, end - at);
            any = Bits.unsigned(values.bytes, values.offset + (int) (at >> 3), (int) at & 7, width);
            at += width;
        }
        values.value[slot] = any != 0 ? 1 : 0;
    }
}
