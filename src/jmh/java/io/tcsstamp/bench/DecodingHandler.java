package io.tcsstamp.bench;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.packet.PacketHandler;

/** Decodes each packet and reads one of its values, each time another one. Not thread-safe. */
final class DecodingHandler implements PacketHandler {
    private final PacketDecoder decoder;
    private final PacketValues values;
    private final int slots;
    private int slot;
    private double sum;

    DecodingHandler(PacketDecoder decoder, PacketValues values, int slots) {
        this.decoder = decoder;
        this.values = values;
        this.slots = slots;
    }

    @Override
    public void packet(byte[] bytes, int offset, int length, long position) {
        if (!decoder.decode(bytes, offset, length, values)) {
            throw new IllegalStateException("the packet was not decoded");
        }
        sum += values.rawBits(slot) + values.number(slot);
        slot = slot == slots - 1 ? 0 : slot + 1;
    }

    double sum() {
        return sum;
    }
}
