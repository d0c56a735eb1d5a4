package io.tcsstamp.packet;

/** Takes packets one by one, where they lie; it must not use the reader that gives them. */
@FunctionalInterface
public interface PacketHandler {
    /**
     * Takes the next packet; what it throws ends the reading behind this packet.
     *
     * @param bytes holds the packet among other things; valid during the call, not to be changed
     * @param offset index of the packet's first byte
     * @param length bytes of the packet
     * @param position where its first byte is in the stream; see {@link PacketView#position}
     */
    void packet(byte[] bytes, int offset, int length, long position);
}
