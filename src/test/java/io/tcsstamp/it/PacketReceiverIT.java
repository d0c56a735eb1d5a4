package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.CcsdsPackets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge as the one that is called: by datagrams and by clients. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PacketReceiverIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    // sequence counts tell of fewer than 8192 packets that are missing in a row
    private static final int ROUNDS = 6000;
    private static final int WINDOW = 50;

    @RegisterExtension final Rig rig = new Rig();

    private FakeStamp stamp;
    private int port;

    @BeforeEach
    void start() throws Exception {
        stamp = rig.stamp();
        Listener free = new Listener(0, socket -> {});
        free.reserve();
        port = free.port();
    }

    private BridgeProcess bridge(String scheme, int buffer) throws IOException {
        Path definition = rig.folder().resolve("numbers.xml");
        Files.writeString(definition, NumberedPackets.definition());
        return rig.start(
                Map.of(
                        "PACKET_SELECT",
                        NumberedPackets.SELECTED,
                        "PACKET_UDP_BUFFER",
                        String.valueOf(buffer)),
                "--packets",
                scheme + port,
                "--definition",
                definition.toString(),
                "--stamp",
                stamp.endpoint());
    }

    /** With a large buffer in the kernel, and with one that is too small for what comes. */
    @ParameterizedTest
    @ValueSource(ints = {4 << 20, 4096})
    void whatDatagramsBringAndWhatIsMissingIsAllThatWasSent(int buffer) throws Exception {
        BridgeProcess bridge = bridge("udp:", buffer);
        awaitBound();
        // numbers of the next packets of both; some are left out on purpose
        int first = 0;
        int second = 0;
        List<String> sent = new ArrayList<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 1000 != 500) {
                    send(socket, NumberedPackets.packet(NumberedPackets.FIRST, first));
                    sent.add("NUMBER=" + first);
                }
                first++;
                if (round % 3 == 0) {
                    if (round % 2000 < 1995) {
                        send(socket, NumberedPackets.packet(NumberedPackets.SECOND, second));
                        sent.add("OTHER=" + second);
                    }
                    second++;
                }
                if (round % WINDOW == 0) {
                    awaitLines(sent.size(), Duration.ofMillis(20));
                }
            }
            // what the network loses of the last ones is only told by one that comes
            while (!arrived("NUMBER", first - 1) || !arrived("OTHER", second - 1)) {
                send(socket, NumberedPackets.packet(NumberedPackets.FIRST, first));
                send(socket, NumberedPackets.packet(NumberedPackets.SECOND, second));
                sent.add("NUMBER=" + first++);
                sent.add("OTHER=" + second++);
                awaitLines(sent.size(), Duration.ofSeconds(2));
            }
        }
        bridge.terminate();

        List<String> values = NumberedPackets.values(stamp.lines());
        assertThat(sent).containsSubsequence(values);
        assertBooks(bridge, NumberedPackets.FIRST, "NUMBER", first, values);
        assertBooks(bridge, NumberedPackets.SECOND, "OTHER", second, values);
        assertThat(bridge.stderr().text())
                .contains(values.size() + " decoded + 0 failed")
                .containsPattern("WARN .*APID 20.* missing")
                .doesNotContain("Exception", "\tat ");
    }

    private boolean arrived(String name, int number) {
        return NumberedPackets.values(stamp.lines()).contains(name + "=" + number);
    }

    /** Goes on after a while: the network may have lost some. */
    private void awaitLines(int count, Duration limit) {
        try {
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(limit)
                    .until(() -> stamp.lineCount() >= count);
        } catch (ConditionTimeoutException e) {
            // they are missing then, and must be reported
        }
    }

    private static void assertBooks(
            BridgeProcess bridge, int apid, String name, int sent, List<String> values) {
        Matcher line =
                Pattern.compile("APID %d: (\\d+) packets, (\\d+) missing".formatted(apid))
                        .matcher(bridge.stderr().text());
        assertThat(line.find()).as("a line about APID %d", apid).isTrue();
        int received = Integer.parseInt(line.group(1));
        int missing = Integer.parseInt(line.group(2));
        assertThat(received)
                .isEqualTo((int) values.stream().filter(v -> v.startsWith(name)).count());
        assertThat(received + missing).as("packets of APID %d", apid).isEqualTo(sent);
        assertThat(missing).isPositive();
    }

    private void send(DatagramSocket socket, byte[] bytes) throws IOException {
        socket.send(
                new DatagramPacket(
                        bytes,
                        bytes.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    /** Sends idle packets, which nobody counts, until nobody says that the port is closed. */
    private void awaitBound() {
        byte[] idle = CcsdsPackets.create(CcsdsHeader.IDLE_APID, 0, new byte[1]);
        await().atMost(LIMIT)
                .until(
                        () -> {
                            try (DatagramSocket probe = new DatagramSocket()) {
                                probe.connect(InetAddress.getLoopbackAddress(), port);
                                probe.setSoTimeout(50);
                                send(probe, idle);
                                probe.receive(new DatagramPacket(new byte[1], 1));
                                return false;
                            } catch (PortUnreachableException e) {
                                return false;
                            } catch (SocketTimeoutException e) {
                                return true;
                            }
                        });
    }

    @Test
    void clientsOfThisMachineAreServedEachWithItsOwnStream() throws Exception {
        BridgeProcess bridge = bridge("listen:", 4096);
        int count = 5000;
        try (Socket one = connect();
                Socket two = connect()) {
            byte[] ofOne = NumberedPackets.packets(0, count);
            byte[] ofTwo = NumberedPackets.packets(100_000, 100_000 + count);
            // each stream is cut within a packet, where the other one goes on
            int step = 10_001;
            for (int from = 0; from < ofOne.length; from += step) {
                int length = Math.min(step, ofOne.length - from);
                one.getOutputStream().write(ofOne, from, length);
                two.getOutputStream().write(ofTwo, from, length);
            }
            stamp.awaitLines(2L * count);
            // 127.0.0.2 is this machine too, but not the address that is listened on
            assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                    .isInstanceOf(ConnectException.class);
        }
        bridge.terminate();

        List<String> values = NumberedPackets.values(stamp.lines());
        assertThat(values).hasSize(2 * count);
        assertThat(values).containsSubsequence(NumberedPackets.expected(0, count));
        assertThat(values).containsSubsequence(NumberedPackets.expected(100_000, 100_000 + count));
        assertThat(bridge.stderr().text())
                .contains("10000 packets = 10000 decoded + 0 failed; 0 missing")
                .doesNotContain("Exception", "\tat ");
        assertThat(QuarantineFile.read(rig.quarantine())).isEmpty();
    }

    private Socket connect() {
        return await().atMost(LIMIT)
                .ignoreException(ConnectException.class)
                .until(() -> new Socket(InetAddress.getLoopbackAddress(), port), s -> true);
    }
}
