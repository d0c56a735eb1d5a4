package io.tcsstamp.bench;

/**
 * The framing of space packets at its shortest: a walk from length field to length field, which
 * believes all of them. What a yardstick does that is written for nothing else.
 */
final class PacketWalk {
    private PacketWalk() {}

    /** The length of the packet that starts there, or 0 where no whole one does. */
    static int length(byte[] bytes, int offset) {
        if (offset > bytes.length - 6) {
            return 0;
        }
        int length = HandWrittenPlain.u16(bytes, offset + 4) + 7;
        return length <= bytes.length - offset ? length : 0;
    }
}
