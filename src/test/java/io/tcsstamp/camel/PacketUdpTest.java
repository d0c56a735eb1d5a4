package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets of UDP datagrams. */
@Timeout(90)
class PacketUdpTest {
    private static final int MANY = 200_000;
    private static final int PER_DATAGRAM = 20;

    @TempDir Path home;
    private int port;

    @BeforeEach
    void findPort() throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private PacketRig rig() {
        PacketRig rig =
                new PacketRig(
                        home,
                        "",
                        "packet.endpoint",
                        "udp:" + port,
                        "packet.definitions",
                        PacketStreams.definition(home).toString(),
                        "packet.select",
                        "COUNTER,MESSAGE");
        rig.awaitStarted("packets");
        return rig;
    }

    @Test
    void whereItListensIsTold() {
        try (LogLines log = new LogLines(ListeningLog.class);
                PacketRig rig = rig()) {
            rig.awaitStarted("packets");
            assertThat(log.lines())
                    .containsExactly("INFO packets: listening on 127.0.0.1:" + port + " (UDP)");
        }
    }

    @Test
    void whatIsReceivedAndWhatIsMissingIsAllThatWasSent() throws Exception {
        try (PacketRig rig = rig();
                DatagramSocket socket = new DatagramSocket()) {
            int lost = 0;
            for (int i = 0; i < MANY; i += PER_DATAGRAM) {
                if (i % 10_000 == 5000) {
                    lost += PER_DATAGRAM;
                } else {
                    awaitReceiver(rig, i);
                    send(socket, PacketStreams.housekeepings(i, PER_DATAGRAM));
                }
            }
            // the network may lose the last ones too: then only the next one tells
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(
                            () -> {
                                send(socket, PacketStreams.housekeeping(MANY));
                                assertThat(rig.values()).contains("COUNTER=" + MANY);
                            });
            rig.stop();

            var counts = rig.packets().packets().byApid().get(PacketStreams.HOUSEKEEPING);
            long repeated = counts.causes().getOrDefault("duplicate", 0L);
            assertThat(counts.packets() - repeated + counts.missing()).isEqualTo(MANY + 1);
            assertThat(rig.lines()).hasSize((int) counts.packets());
            assertThat(counts.missing()).isGreaterThanOrEqualTo(lost);
        }
    }

    @Test
    void aDatagramThatEndsWithinAPacketGoesToQuarantineAndSpoilsNoOther() throws Exception {
        byte[] packet = PacketStreams.housekeeping(1);
        try (PacketRig rig = rig();
                DatagramSocket socket = new DatagramSocket()) {
            send(
                    socket,
                    PacketStreams.all(PacketStreams.housekeeping(0), Arrays.copyOf(packet, 9)));
            send(socket, PacketStreams.housekeeping(2));
            rig.awaitLines(2);
            rig.stop();

            assertThat(rig.values()).containsExactly("COUNTER=0", "COUNTER=2");
            assertThat(rig.quarantined()).contains("leftover", "\"length\":9,");
            assertThat(rig.packets().packets().total().missing()).isEqualTo(1);
        }
    }

    @Test
    void aLargeDatagramIsNotCut() throws Exception {
        try (PacketRig rig = rig();
                DatagramSocket socket = new DatagramSocket()) {
            send(socket, PacketStreams.housekeepings(0, 2000));
            rig.awaitLines(2000);
            assertThat(rig.values()).last().isEqualTo("COUNTER=1999");
        }
    }

    /**
     * Sequence counts tell of fewer than 8192 packets that are lost in a row, so the sender must
     * not be further ahead; what the network lost of the last ones is not waited for.
     */
    private static void awaitReceiver(PacketRig rig, int sent) {
        long give = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        while (sent - known(rig) > 4000 && System.nanoTime() - give < 0) {
            Thread.yield();
        }
    }

    private static long known(PacketRig rig) {
        var total = rig.packets().packets().total();
        return total.packets() + total.missing();
    }

    private void send(DatagramSocket socket, byte[] bytes) throws IOException {
        socket.send(
                new DatagramPacket(
                        bytes,
                        bytes.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
}
