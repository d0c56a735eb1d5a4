package io.tcsstamp.camel;

import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.Resync;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How packets are cut out of a stream, as properties say it. Not thread-safe. */
final class FramingOptions {
    private String framing;
    private Integer skip;
    private Boolean combineSegments;
    private Integer secondaryHeader;
    private String idle;
    private Integer maxPacket;

    /**
     * Takes what was not set from the properties of a bridge, {@code packet.*}; where the framing
     * was set, what goes with it is not taken.
     *
     * @param properties gives the value of a property, empty where there is none
     */
    void complete(UnaryOperator<String> properties) {
        if (framing != null) {
            return;
        }
        take(properties, "packet.framing", framing, this::setFraming);
        take(properties, "packet.skip", skip, v -> setSkip(Integer.parseInt(v)));
        take(
                properties,
                "packet.combine-segments",
                combineSegments,
                v -> setCombineSegments(Boolean.parseBoolean(v)));
        take(
                properties,
                "packet.secondary-header",
                secondaryHeader,
                v -> setSecondaryHeader(Integer.parseInt(v)));
        take(properties, "packet.idle", idle, this::setIdle);
        take(properties, "packet.max-packet", maxPacket, v -> setMaxPacket(Integer.parseInt(v)));
    }

    private static void take(
            UnaryOperator<String> properties, String key, Object known, Consumer<String> setter) {
        String value = properties.apply(key);
        if (known == null && !value.isEmpty()) {
            setter.accept(value);
        }
    }

    /** How a source that lasts is read: what fits no packet is passed over and told. */
    Packets packets() {
        PacketFraming format =
                format().skip(Objects.requireNonNullElse(skip, 0)).resync(Resync.on());
        if (maxPacket != null && maxPacket > 0) {
            format = format.maxLength(maxPacket);
        }
        Packets packets = Packets.of(format);
        if (!"decode".equals(idle) && format.isCcsds()) {
            packets = packets.skipIdle();
        }
        return Boolean.TRUE.equals(combineSegments)
                ? packets.combineSegments(Objects.requireNonNullElse(secondaryHeader, 0))
                : packets;
    }

    private PacketFraming format() {
        return PacketFraming.parse(Objects.requireNonNullElse(framing, "ccsds"));
    }

    /** Whether the packets are space packets. */
    boolean isCcsds() {
        return format().isCcsds();
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
        this.idle = idle;
    }

    /** The longest packet in bytes; 0 (default) for what the framing allows. */
    void setMaxPacket(int maxPacket) {
        this.maxPacket = maxPacket;
    }
}
