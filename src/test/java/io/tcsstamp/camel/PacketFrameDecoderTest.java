package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.TestClock;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.Resync;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which packets become one message. */
class PacketFrameDecoderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;
    private BridgeMonitor monitor;
    private EmbeddedChannel channel;
    private boolean stopping;
    private final TestClock clock = new TestClock(NOW.toString());

    @BeforeEach
    void open() {
        monitor = new BridgeMonitor(new Quarantine(folder, 1 << 20, Clock.systemUTC()), link -> {});
        PacketBook book = new PacketBook(monitor, "packets", "test");
        Packets packets = Packets.of(PacketFraming.ccsds().resync(Resync.on())).listener(book);
        channel =
                new EmbeddedChannel(
                        new PacketFrameDecoder(
                                packets.reader(),
                                book,
                                monitor.streams(),
                                "packets",
                                clock,
                                () -> stopping));
    }

    @Test
    void allPacketsOfAReadAreOneMessageWithTheTimeOfTheRead() {
        channel.writeInbound(Unpooled.wrappedBuffer(PacketStreams.housekeepings(0, 3)));

        ReceivedPackets batch = channel.readInbound();
        assertThat(batch.time()).isEqualTo(NOW);
        assertThat(batch)
                .containsExactly(
                        PacketStreams.housekeeping(0),
                        PacketStreams.housekeeping(1),
                        PacketStreams.housekeeping(2));
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void aPacketInPiecesIsAMessageWhenItIsWhole() {
        byte[] packet = PacketStreams.housekeeping(7);
        for (int i = 0; i < packet.length; i++) {
            assertThat(channel.<Object>readInbound()).isNull();
            channel.writeInbound(Unpooled.wrappedBuffer(packet, i, 1));
        }
        assertThat(channel.<ReceivedPackets>readInbound()).containsExactly(packet);
    }

    @Test
    void aPacketThatDoesNotEndIsToldOnce() {
        byte[] lies = PacketStreams.housekeeping(7);
        lies[4] = 0x7f;
        try (LogLines log = new LogLines(PacketBook.class)) {
            for (int i = 0; i < 10; i++) {
                channel.writeInbound(Unpooled.wrappedBuffer(lies));
                clock.skipSeconds(1);
            }
            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().get(0))
                    .contains("packet.max-packet", lies.length * 7 + " bytes");
        }
    }

    @Test
    void theEndOfAStreamIsWaitedFor() throws InterruptedException {
        assertThat(monitor.streams().await(Duration.ZERO)).isFalse();
        channel.close();
        assertThat(monitor.streams().await(Duration.ZERO)).isTrue();
    }

    @Test
    void aLargeReadIsSeveralMessages() {
        int count = 20_000;
        channel.writeInbound(Unpooled.wrappedBuffer(PacketStreams.housekeepings(0, count)));

        int packets = 0;
        for (ReceivedPackets batch; (batch = channel.readInbound()) != null; ) {
            assertThat(batch.packets().totalLength())
                    .isLessThan(PacketFrameDecoder.BATCH_BYTES + 100);
            packets += batch.size();
        }
        assertThat(packets).isEqualTo(count);
    }

    @Test
    void givesEachBufferBackAndPassesOnWhatIsNone() {
        ByteBuf buffer = Unpooled.wrappedBuffer(PacketStreams.housekeeping(0));
        channel.writeInbound(buffer, "an event");

        assertThat(buffer.refCnt()).isZero();
        channel.readInbound();
        assertThat(channel.<Object>readInbound()).isEqualTo("an event");
    }

    @Test
    void whatIsLeftAtTheEndIsReadAndQuarantined() {
        byte[] packet = PacketStreams.housekeeping(0);
        channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOf(packet, 12)));
        channel.close();

        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(monitor.source("packets").read()).isEqualTo(1);
        assertThat(monitor.source("packets").quarantined()).isEqualTo(1);
        assertThat(monitor.quarantine().bytes()).isEqualTo(12);
    }

    @Test
    void whatOnlyTheEndMakesAPacketIsGivenUnlessTheBridgeStops() {
        byte[] garbage = {-1, -1, -1, -1, -1, -1, -1, -1};
        byte[] packet = PacketStreams.housekeeping(0);
        stopping = true;
        channel.writeInbound(Unpooled.wrappedBuffer(PacketStreams.all(garbage, packet)));
        channel.close();

        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(monitor.source("packets").quarantined()).isEqualTo(2);

        open();
        stopping = false;
        channel.writeInbound(Unpooled.wrappedBuffer(PacketStreams.all(garbage, packet)));
        channel.close();
        assertThat(channel.<ReceivedPackets>readInbound()).containsExactly(packet);
    }
}
