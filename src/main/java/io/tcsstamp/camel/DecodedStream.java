package io.tcsstamp.camel;

import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Packets of a stream or a file, which is read once and closed at the end: one iteration, which a
 * split that streams does in constant memory. Not thread-safe.
 */
final class DecodedStream implements DecodedPackets {
    /** What could not be read is the route's to look at; it must not fill the memory. */
    private static final int MOST_REJECTIONS = 1000;

    private final PacketSource source;
    private final PacketDecoding decoding;
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * Opens it.
     *
     * @param packets how they are read
     */
    DecodedStream(Packets packets, Opening stream, PacketDecoding decoding) throws IOException {
        this.source = stream.open(packets.listener(PacketReports.lostBytes(this::reject)));
        this.decoding = decoding;
    }

    /** Opens a stream or a file. */
    interface Opening {
        /** Does it. */
        PacketSource open(Packets packets) throws IOException;
    }

    @Override
    public Iterator<DecodedPacket> iterator() {
        return new Decoded();
    }

    @Override
    public SampleBatch samples(PacketCounters counters) {
        PacketBatch.Builder batch = new PacketBatch.Builder();
        try (source) {
            while (source.next()) {
                batch.add(source.packet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decoding.sample(
                new ReceivedPackets(batch.build(), Instant.now()), rejections, counters);
    }

    @Override
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    private void reject(Rejection rejection) {
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(rejection);
        }
    }

    @Override
    public String toString() {
        return "packets of a stream";
    }

    /** Closes the stream at the end, or when the split gives up. */
    private final class Decoded implements Iterator<DecodedPacket>, Closeable {
        private final PacketObjects objects = decoding.objects(DecodedStream.this::reject);
        private final PacketBatch.Builder one = new PacketBatch.Builder();
        private DecodedPacket next;
        private boolean ended;

        @Override
        public boolean hasNext() {
            try {
                while (next == null && !ended) {
                    if (source.next()) {
                        one.add(source.packet());
                        next = objects.decode(new ReceivedPackets(one.build(), Instant.now()), 0);
                    } else {
                        close();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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

        @Override
        public void close() throws IOException {
            ended = true;
            source.close();
        }
    }
}
