package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.LinkState;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sources of packets of each kind are stopped and started while the bridge runs. */
@Timeout(90)
class StopPacketSourceTest {
    @TempDir Path home;
    @TempDir Path recordings;
    private PacketRig rig;
    private RouteSources sources;

    @AfterEach
    void close() {
        if (rig != null) {
            rig.close();
        }
    }

    private void run(String endpoint, String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 6);
        System.arraycopy(
                new String[] {
                    "packet.endpoint",
                    endpoint,
                    "packet.definitions",
                    PacketStreams.definition(home).toString(),
                    "packet.select",
                    "COUNTER,MESSAGE*"
                },
                0,
                all,
                settings.length,
                6);
        rig = new PacketRig(home, "", all);
        rig.awaitStarted("packets");
        sources = new RouteSources(rig.bridge().context(), rig.monitor());
    }

    private List<String> notUp() {
        return new BridgeHealth(rig.monitor(), Duration.ofSeconds(60), Clock.systemUTC())
                .conditions().stream()
                        .filter(part -> part.level() != Condition.Level.UP)
                        .map(Condition::message)
                        .toList();
    }

    private static List<String> counters(int... values) {
        return IntStream.of(values).mapToObj(i -> "COUNTER=" + i).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aServerOfPackets() throws Exception {
        try (Instrument server = new Instrument()) {
            run(server.endpoint());
            server.awaitConnections(1);
            server.send(
                    PacketStreams.housekeepings(0, 2),
                    Arrays.copyOf(PacketStreams.housekeeping(2), 10));
            rig.awaitLines(2);
            assertThat(sources.endpoint("packets")).isEqualTo(server.endpoint());
            sources.stop("packets");
            server.awaitEnd();
            assertThat(notUp()).hasSize(2).allMatch(m -> m.contains("stopped by an operator"));
            sources.start("packets");
            server.awaitConnections(2);
            // the framing begins anew: the rest of the packet that was cut would be garbage
            server.send(PacketStreams.housekeepings(3, 2));
            rig.awaitLines(4);
            assertThat(rig.values()).isEqualTo(counters(0, 1, 3, 4));
            await().untilAsserted(() -> assertThat(notUp()).isEmpty());
            assertThat(rig.quarantined()).contains("leftover").hasLineCount(1);
            assertThat(rig.packets().packets().total().missing()).isEqualTo(1);
            rig.stop();
            assertThat(rig.packets().read()).isEqualTo(5);
        }
    }

    @Test
    void clientsThatSendPackets() throws Exception {
        int port = freePort();
        run("listen:" + port);
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write(PacketStreams.housekeepings(0, 2));
            rig.awaitLines(2);
            sources.stop("packets");
            assertThat(client.getInputStream().read()).as("the end").isNegative();
        }
        assertThat(rig.monitor().links().get(0).route()).isIn("stamp", "packets");
        assertThat(notUp()).hasSize(2).allMatch(m -> m.contains("stopped by an operator"));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .as("nobody listens")
                .isInstanceOf(IOException.class);
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.getLocalPort()).isEqualTo(port);
            assertThatThrownBy(() -> sources.start("packets"))
                    .hasMessageContaining("packets could not be started")
                    .hasMessageContaining("in use")
                    .hasNoCause();
            assertThat(notUp()).anyMatch(message -> message.contains("could not be started"));
        }
        sources.start("packets");
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write(PacketStreams.housekeepings(2, 2));
            rig.awaitLines(4);
            assertThat(rig.values()).isEqualTo(counters(0, 1, 2, 3));
            assertThat(notUp()).isEmpty();
        }
        rig.stop();
    }

    @Test
    void datagrams() throws Exception {
        int port = freePort();
        run("udp:" + port);
        try (DatagramSocket socket = new DatagramSocket()) {
            send(socket, port, PacketStreams.housekeepings(0, 2));
            rig.awaitLines(2);
            sources.stop("packets");
            assertThat(notUp()).singleElement().asString().contains("stopped by an operator");
            send(socket, port, PacketStreams.housekeeping(2));
            sources.start("packets");
            send(socket, port, PacketStreams.housekeepings(3, 2));
            rig.awaitLines(4);
            assertThat(rig.values()).isEqualTo(counters(0, 1, 3, 4));
            assertThat(notUp()).isEmpty();
        }
        rig.stop();
    }

    private static void send(DatagramSocket socket, int port, byte[] bytes) throws IOException {
        socket.send(
                new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    @Test
    void aFileThatWasReadIsNotReadAgain() throws Exception {
        Path file = recordings.resolve("day.bin");
        Files.write(file, PacketStreams.housekeepings(0, 3));
        run("file:" + file);
        rig.awaitLines(3);
        sources.stop("packets");
        assertThat(notUp()).singleElement().asString().contains("stopped by an operator");
        sources.start("packets");
        await().during(Duration.ofSeconds(2)).until(() -> rig.lineCount() == 3);
        rig.stop();
    }

    @Test
    void filesOfAFolder() throws Exception {
        Files.write(recordings.resolve("a.bin"), PacketStreams.housekeepings(0, 2));
        run("file:" + recordings + "?readLock=none");
        rig.awaitLines(2);
        sources.stop("packets");
        Files.write(recordings.resolve("b.bin"), PacketStreams.housekeepings(2, 2));
        await().during(Duration.ofSeconds(1)).until(() -> rig.lineCount() == 2);
        sources.start("packets");
        rig.awaitLines(4);
        assertThat(rig.values()).isEqualTo(counters(0, 1, 2, 3));
        rig.stop();
    }

    @Test
    void aDefinitionThatWasMendedMeanwhileIsUsedAtOnce() throws Exception {
        try (Instrument server = new Instrument()) {
            // it would be looked at only after the end of this test
            run(server.endpoint(), "packet.definitions-reload", "3600");
            server.awaitConnections(1);
            server.send(PacketStreams.housekeeping(0));
            rig.awaitLines(1);
            sources.stop("packets");
            Path definition = home.resolve("packets.xml");
            Files.writeString(
                    definition,
                    Files.readString(definition).replace("\"MESSAGE\"", "\"MESSAGE_2\""));
            sources.start("packets");
            server.awaitConnections(2);
            server.send(PacketStreams.status(0, "hello"));
            rig.awaitLines(2);
            assertThat(rig.values()).endsWith("MESSAGE_2=hello");
            assertThat(rig.monitor().parts().get("definitions-packets").get().level())
                    .isEqualTo(Condition.Level.UP);
            assertThat(sources.state("packets")).isEqualTo("Started");
            assertThat(rig.monitor().links())
                    .filteredOn(link -> link.route().equals("packets"))
                    .allMatch(link -> link.state() == LinkState.UP);
        }
    }
}
