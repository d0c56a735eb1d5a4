package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Length fields that lie cost neither memory nor time. */
class HostileStreamTest {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void memory_grows_with_what_comes_and_not_with_what_is_announced() throws IOException {
        PacketReader reader =
                Packets.of(PacketFraming.lengthField(0, 32, 0).maxLength(1 << 28)).reader();
        byte[] announces = {0x10, 0, 0, 0, 1, 2, 3};
        long before = threads.getCurrentThreadAllocatedBytes();
        for (byte b : announces) {
            reader.feed(new byte[] {b}, 0, 1);
            assertThat(reader.next()).isFalse();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
    }

    @Test
    void a_reader_holds_little_more_than_one_packet() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds().resync(Resync.on().midStream()));
        PacketReader reader = packets.reader();
        // each byte may begin a packet of 65,542 bytes, and none does
        byte[] piece = new byte[1000];
        Arrays.fill(piece, (byte) 0x1F);
        long before = threads.getCurrentThreadAllocatedBytes();
        long fed = 0;
        for (int i = 0; i < 2000; i++) {
            reader.feed(piece, 0, piece.length);
            fed += piece.length;
            assertThat(reader.next()).isFalse();
        }
        // what is passed over is copied for the report; that is no more than twice
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(4 * fed + (1 << 20));
        assertThat(fed - reader.lostBytes()).isLessThan(3 * CcsdsHeader.MAX_PACKET_LENGTH);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void a_search_through_long_false_packets_in_small_pieces_is_linear() throws IOException {
        PacketReader reader = Packets.of(PacketFraming.ccsds().resync(Resync.on())).reader();
        byte[] piece = new byte[64];
        Arrays.fill(piece, (byte) 0xFF);
        for (int i = 0; i + 6 <= piece.length; i += 6) {
            piece[i] = 0x07;
        }
        int pieces = 100_000;
        for (int i = 0; i < pieces; i++) {
            reader.feed(piece, 0, piece.length);
            while (reader.next()) {
                assertThat(reader.packet().length()).isPositive();
            }
        }
        reader.end();
        while (reader.next()) {
            assertThat(reader.packet().length()).isPositive();
        }
        assertThat(reader.lostBytes()).isPositive();
    }
}
