package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets over TCP, from clients that connect to the bridge. */
@Timeout(60)
class PacketServerTest {
    @TempDir Path home;

    @Test
    void severalClientsAreServedEachWithItsOwnSequenceCounts() throws Exception {
        int port = freePort();
        try (PacketRig rig =
                new PacketRig(
                        home,
                        "",
                        "packet.endpoint",
                        "listen:" + port,
                        "packet.definitions",
                        PacketStreams.definition(home).toString(),
                        "packet.select",
                        "COUNTER")) {
            rig.awaitStarted("packets");
            try (Socket first = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket second = new Socket(InetAddress.getLoopbackAddress(), port)) {
                byte[] half = PacketStreams.housekeeping(1);
                first.getOutputStream().write(PacketStreams.housekeeping(0));
                first.getOutputStream().write(half, 0, 10);
                second.getOutputStream().write(PacketStreams.housekeepings(500, 2));
                rig.awaitLines(3);
                first.getOutputStream().write(half, 10, half.length - 10);
                rig.awaitLines(4);
            }
            assertThat(rig.values())
                    .containsExactlyInAnyOrder(
                            "COUNTER=0", "COUNTER=1", "COUNTER=500", "COUNTER=501");
            rig.stop();
            assertThat(rig.packets().packets().total().missing()).isZero();
            assertThat(rig.packets().quarantined()).isZero();
        }
    }

    @Test
    void whereItListensAndWhoConnectsIsTold() throws Exception {
        int port = freePort();
        try (LogLines listening = new LogLines(ListeningLog.class);
                LogLines clients = new LogLines(ClientLinkFactory.class);
                PacketRig rig =
                        new PacketRig(
                                home,
                                "",
                                "packet.endpoint",
                                "listen:" + port,
                                "packet.definitions",
                                PacketStreams.definition(home).toString(),
                                "packet.select",
                                "COUNTER")) {
            rig.awaitStarted("packets");
            assertThat(rig.bridge().status())
                    .contains(
                            "PACKET 127.0.0.1:"
                                    + port
                                    + ": listening, no client has connected yet");
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.getOutputStream().write(PacketStreams.housekeeping(0));
                rig.awaitLines(1);
                assertThat(clients.lines())
                        .containsExactly(
                                "INFO packets: 127.0.0.1:"
                                        + client.getLocalPort()
                                        + " connected to 127.0.0.1:"
                                        + port);
            }
            assertThat(listening.lines())
                    .containsExactly("INFO packets: listening on 127.0.0.1:" + port + " (TCP)");
        }
    }

    @Test
    void aClientThatIsSilentIsNotKeptForEver() throws Exception {
        int port = freePort();
        try (PacketRig rig =
                new PacketRig(
                        home,
                        "",
                        "packet.endpoint",
                        "listen:" + port,
                        "packet.definitions",
                        PacketStreams.definition(home).toString(),
                        "packet.read-timeout",
                        "1")) {
            rig.awaitStarted("packets");
            try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
                silent.setSoTimeout(30_000);
                assertThat(silent.getInputStream().read()).as("the bridge ends it").isEqualTo(-1);
            }
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
