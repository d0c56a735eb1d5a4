package io.tcsstamp.camel;

import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.telemetry.Rejection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Packets that came together: the body of an exchange of a packet source. Iterating gives the bytes
 * of each as an array of its own.
 *
 * <p>Immutable and thread-safe.
 *
 * @param packets what came
 * @param time when it was received, UTC
 */
public record ReceivedPackets(PacketBatch packets, Instant time) implements Iterable<byte[]> {
    /** The number of packets. */
    public int size() {
        return packets.size();
    }

    /** One packet, a copy. */
    public byte[] packet(int index) {
        int offset = packets.offset(index);
        return Arrays.copyOfRange(packets.bytes(), offset, offset + packets.length(index));
    }

    /** The application process identifier of a space packet; -1 where it is too short for one. */
    int apid(int index) {
        return packets.length(index) < CcsdsHeader.LENGTH
                ? -1
                : CcsdsHeader.apid(packets.bytes(), packets.offset(index));
    }

    /** Tells of something of these packets when they were received. */
    Rejection received(Rejection rejection) {
        return rejection.with(Rejection.RECEIVED, time.toString());
    }

    @Override
    public Iterator<byte[]> iterator() {
        return IntStream.range(0, size()).mapToObj(this::packet).iterator();
    }

    @Override
    public String toString() {
        return packets.toString();
    }
}
