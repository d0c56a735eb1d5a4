package io.tcsstamp.packet;

/** An array, in one piece. */
final class ArrayFeed implements PacketFeed {
    private byte[] bytes;

    ArrayFeed(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int feed(PacketReader reader) {
        if (bytes == null) {
            return -1;
        }
        int count = bytes.length;
        reader.feed(bytes, 0, count);
        bytes = null;
        return count;
    }

    @Override
    public void close() {
        bytes = null;
    }
}
