package io.tcsstamp.camel;

import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.Resync;

/** How packets are cut out of a stream, as properties say it. Not thread-safe. */
final class FramingOptions {
    private String framing = "ccsds";
    private int skip;
    private boolean combineSegments;
    private int secondaryHeader;
    private boolean skipIdle = true;
    private int maxPacket;

    /** How a source that lasts is read: what fits no packet is passed over and told. */
    Packets packets() {
        PacketFraming format = PacketFraming.parse(framing).skip(skip).resync(Resync.on());
        if (maxPacket > 0) {
            format = format.maxLength(maxPacket);
        }
        Packets packets = Packets.of(format);
        if (skipIdle && format.isCcsds()) {
            packets = packets.skipIdle();
        }
        return combineSegments ? packets.combineSegments(secondaryHeader) : packets;
    }

    /** Whether the packets are space packets. */
    boolean isCcsds() {
        return PacketFraming.parse(framing).isCcsds();
    }

    /**
     * {@code ccsds} (default), {@code fixed:N}, {@code length:BITOFFSET:BITS[:ADD]}, {@code hex}.
     */
    void setFraming(String framing) {
        this.framing = framing;
    }

    /** Bytes before each packet that are not part of it; default 0. */
    void setSkip(int skip) {
        this.skip = skip;
    }

    /** True puts the segments of space packets together; default false. */
    void setCombineSegments(boolean combineSegments) {
        this.combineSegments = combineSegments;
    }

    /** Bytes of the secondary header that segments behind the first repeat; default 0. */
    void setSecondaryHeader(int secondaryHeader) {
        this.secondaryHeader = secondaryHeader;
    }

    /** {@code skip} (default) leaves idle packets out, {@code decode} decodes them. */
    void setIdle(String idle) {
        if (!idle.equals("skip") && !idle.equals("decode")) {
            throw new IllegalArgumentException("idle '" + idle + "' must be skip or decode");
        }
        skipIdle = idle.equals("skip");
    }

    /** The longest packet in bytes; 0 (default) for what the framing allows. */
    void setMaxPacket(int maxPacket) {
        this.maxPacket = maxPacket;
    }
}
