package io.tcsstamp.camel;

import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.tcs.TcsBlockReader;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers lines of the quarantine that one exchange can carry: of one source, and of packets of one
 * time. Not thread-safe.
 */
final class ReplayBatch {
    private final List<byte[]> lines = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private String source = "";
    private boolean packets;
    private Instant received;
    private PacketBatch.Builder packetBatch = new PacketBatch.Builder();
    private ByteArrayOutputStream blocks = new ByteArrayOutputStream();

    /** True where a line of a source fits to those that are there. */
    boolean fits(String ofSource, QuarantineLine line) {
        return isEmpty()
                || source.equals(ofSource)
                        && Math.max(packetBatch.totalLength(), blocks.size())
                                < PacketFrameDecoder.BATCH_BYTES
                        && (!packets || received.equals(line.received()));
    }

    /**
     * Adds a line that fits.
     *
     * @param raw the line as it is in the file
     */
    void add(String ofSource, boolean ofPackets, QuarantineLine line, byte[] raw, long number) {
        source = ofSource;
        packets = ofPackets;
        received = line.received();
        lines.add(raw);
        numbers.add(number);
        byte[] bytes = line.bytes();
        if (packets) {
            packetBatch.add(bytes, 0, bytes.length, line.position());
        } else {
            blocks.writeBytes(bytes);
            if (bytes[bytes.length - 1] != TcsBlockReader.ETX) {
                // a block of its own, so that no value of it replaces another one
                blocks.write(TcsBlockReader.ETX);
            }
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    String source() {
        return source;
    }

    Instant received() {
        return received;
    }

    /** The lines as they are in the file. */
    List<byte[]> lines() {
        return lines;
    }

    /** Their numbers in the file. */
    List<Long> numbers() {
        return numbers;
    }

    /** What a route of the source gets from its connection. */
    Object body() {
        return packets ? new ReceivedPackets(packetBatch.build(), received) : blocks.toByteArray();
    }

    /** Begins anew. */
    void clear() {
        lines.clear();
        numbers.clear();
        packetBatch = new PacketBatch.Builder();
        blocks = new ByteArrayOutputStream();
    }
}
