package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets cost no memory: 7,200 packets of 71 bytes, cut over and over. */
class AllocationTest {
    private static final int PACKETS = 7200;
    private static final int PASSES = 20;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long seen;

    @ParameterizedTest
    @ValueSource(strings = {"ccsds", "fixed:71", "length:32:16:7"})
    void cutting_allocates_nothing(String framing) throws IOException {
        Packets packets = Packets.of(PacketFraming.parse(framing));
        allocatesNothing(packets.reader(), PACKETS * 71);
        allocatesNothing(packets.reader(), 1461);
    }

    @Test
    void following_counts_and_headers_allocates_nothing() throws IOException {
        Packets packets =
                Packets.of(PacketFraming.ccsds().resync(Resync.on().expecting(11)))
                        .sequences(new SequenceTracker())
                        .combineSegments(0)
                        .skipIdle();
        allocatesNothing(packets.reader(), PACKETS * 71);
        allocatesNothing(packets.reader(), 1461);
    }

    @Test
    void bits_of_up_to_64_allocate_nothing() {
        byte[] bytes = stream();
        int passes = 50;
        long before = 0;
        for (int pass = 0; pass < passes; pass++) {
            if (pass == passes / 2) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            for (int bit = 0; bit < 8 * 71 - 64; bit++) {
                seen += Bits.unsigned(bytes, 0, bit, 1 + bit % 64);
                seen += Bits.signed(bytes, bytes.length - 71, bit + 64 - bit % 64, bit % 64);
            }
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
        assertThat(seen).isNotZero();
    }

    /** The first passes may grow buffers and compile; the later ones may do nothing of the kind. */
    private void allocatesNothing(PacketReader reader, int piece) throws IOException {
        byte[] stream = stream();
        PacketHandler handler = (bytes, offset, length, position) -> seen += length;
        long before = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            if (pass == PASSES / 2) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            for (int at = 0; at < stream.length; at += piece) {
                reader.feed(stream, at, Math.min(piece, stream.length - at));
                if (at % 2 == 0) {
                    reader.forEach(handler);
                }
                while (reader.next()) {
                    seen += reader.packet().length();
                }
            }
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(seen).isEqualTo((long) PASSES * stream.length);
        // less than one of the 72,000 packets with a byte each; the measuring itself takes some
        assertThat(allocated).isLessThan(1000);
        seen = 0;
    }

    private static byte[] stream() {
        byte[] stream = new byte[PACKETS * 71];
        byte[] data = new byte[65];
        for (int i = 0; i < PACKETS; i++) {
            Arrays.fill(data, (byte) i);
            System.arraycopy(CcsdsPackets.create(11, i % 16384, data), 0, stream, i * 71, 71);
        }
        return stream;
    }
}
