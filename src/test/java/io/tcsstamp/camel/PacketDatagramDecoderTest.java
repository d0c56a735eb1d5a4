package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.monitor.OpenStreams;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.packet.CcsdsPackets;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.SequenceTracker;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of datagrams, and what the log says of their packets. */
class PacketDatagramDecoderTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 1);

    @TempDir Path folder;
    private BridgeMonitor monitor;
    private EmbeddedChannel channel;

    @BeforeEach
    void open() {
        monitor = new BridgeMonitor(new Quarantine(folder, 1 << 20, Clock.systemUTC()), link -> {});
        Packets packets =
                Packets.of(PacketFraming.ccsds())
                        .combineSegments(0)
                        .listener(new PacketBook(monitor, "packets", "test"))
                        .sequences(new SequenceTracker());
        channel =
                new EmbeddedChannel(
                        new PacketDatagramDecoder(
                                packets.reader(), new OpenStreams(), "packets", Clock.systemUTC()));
    }

    private void send(byte[] datagram) {
        channel.writeInbound(
                new DatagramPacket(Unpooled.wrappedBuffer(datagram), ADDRESS, ADDRESS));
    }

    @Test
    void segmentsWhoseLastOneNeverComesAreQuarantinedAtTheEnd() {
        send(CcsdsPackets.create(0, 0, 0, 11, 1, 5, new byte[] {1, 2}));
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(monitor.source("packets").quarantined()).isZero();

        channel.finish();
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(monitor.source("packets").read()).isEqualTo(1);
        assertThat(monitor.source("packets").quarantined()).isEqualTo(1);
        assertThat(monitor.quarantine().bytes()).isEqualTo(8);
    }

    @Test
    void packetsThatComeTwiceAreToldAndCounted() {
        byte[] packet = PacketStreams.housekeeping(7);
        try (LogLines log = new LogLines(PacketBook.class)) {
            send(PacketStreams.all(packet, packet));
            send(PacketStreams.all(packet, packet));

            assertThat(log.lines())
                    .as("one line in ten seconds")
                    .singleElement()
                    .asString()
                    .contains("packets test: APID 11: sequence count 7 came again");
        }
        assertThat(monitor.source("packets").packets().byApid().get(11).causes())
                .containsExactly(java.util.Map.entry("duplicate", 3L));
    }
}
