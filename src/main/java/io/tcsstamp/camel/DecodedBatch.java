package io.tcsstamp.camel;

import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Packets that are all there. Thread-safe; each iteration decodes anew. */
final class DecodedBatch implements DecodedPackets {
    private final ReceivedPackets packets;
    private final List<Rejection> lost;
    private final PacketDecoding decoding;

    /**
     * Creates it.
     *
     * @param lost what was in no packet
     */
    DecodedBatch(ReceivedPackets packets, List<Rejection> lost, PacketDecoding decoding) {
        this.packets = packets;
        this.lost = lost;
        this.decoding = decoding;
    }

    @Override
    public Iterator<DecodedPacket> iterator() {
        return new Packets(rejection -> {});
    }

    @Override
    public SampleBatch samples(PacketCounters counters) {
        return decoding.sample(packets, lost, counters);
    }

    @Override
    public List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>(lost);
        new Packets(all::add).forEachRemaining(packet -> {});
        return all;
    }

    @Override
    public String toString() {
        return packets.toString();
    }

    /** Looks one packet ahead, since those that fail are left out. */
    private final class Packets implements Iterator<DecodedPacket> {
        private final PacketObjects objects;
        private int index;
        private DecodedPacket next;

        Packets(java.util.function.Consumer<Rejection> rejections) {
            objects = decoding.objects(rejections);
        }

        @Override
        public boolean hasNext() {
            while (next == null && index < packets.size()) {
                next = objects.decode(packets, index++);
            }
            return next != null;
        }

        @Override
        public DecodedPacket next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            DecodedPacket packet = next;
            next = null;
            return packet;
        }
    }
}
