package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The servers and the process wrapper of the integration tests, against plain sockets and commands.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HarnessTest {
    @RegisterExtension final Rig rig = new Rig();

    private static Socket connect(String endpoint) throws IOException {
        int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    @ParameterizedTest
    @EnumSource
    void everyFeedSendsTheSameBytes(Feed feed) throws IOException {
        FakeTcs tcs = rig.tcs();
        byte[] stream = Blocks.blocks(0, 50);
        try (Socket client = connect(tcs.endpoint())) {
            tcs.send(stream, feed);
            tcs.drop();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(stream);
        }
    }

    @Test
    void theTcsComesBackOnTheSamePortAndCounts() throws IOException {
        FakeTcs tcs = rig.tcs();
        for (int round = 1; round <= 3; round++) {
            try (Socket client = connect(tcs.endpoint())) {
                tcs.send(Blocks.block(round));
                tcs.stop();
                assertThat(client.getInputStream().readAllBytes()).isEqualTo(Blocks.block(round));
                assertThat(tcs.connections()).isEqualTo(round);
            }
            tcs.start();
        }
    }

    @Test
    void aResetIsSeenAsSuch() throws IOException {
        FakeTcs tcs = rig.tcs();
        try (Socket client = connect(tcs.endpoint())) {
            tcs.awaitConnection();
            tcs.reset();
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void finishSaysWhetherTheClientClosed() throws IOException {
        FakeTcs tcs = rig.tcs();
        try (Socket client = connect(tcs.endpoint())) {
            assertThat(tcs.finish(Duration.ofMillis(200))).isFalse();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void stampCollectsLinesPerConnection() throws IOException {
        FakeStamp stamp = rig.stamp();
        for (String sent : List.of("a\nb\nhalf", "c\n")) {
            int before = stamp.connections();
            try (Socket client = connect(stamp.endpoint())) {
                client.getOutputStream().write(Blocks.bytes(sent));
            }
            await().until(() -> stamp.connections() > before && stamp.allEnded());
        }
        assertThat(stamp.lines()).containsExactly("a", "b", "c");
        assertThat(stamp.lineCount()).isEqualTo(3);
        assertThat(stamp.size()).isEqualTo(10);
    }

    @Test
    void stampReadsNothingWhileStopped() throws IOException {
        FakeStamp stamp = rig.stamp();
        stamp.pace(FakeStamp.STOPPED, 0);
        try (Socket client = connect(stamp.endpoint())) {
            client.getOutputStream().write(Blocks.bytes("a\n"));
            await().until(() -> stamp.connections() == 1);
            await().during(Duration.ofMillis(200)).until(() -> stamp.size() == 0);
            stamp.fullSpeed();
            await().until(() -> stamp.size() == 2);
        }
    }

    @Test
    void corruptLinesAreFound() {
        List<String> good = Blocks.lines(7);
        List<String> bad =
                List.of(
                        "01.03.2026 10:00:00\tname\t0000\tva\u0007lue",
                        "01.03.2026 10:00:00\t\t0000\tvalue",
                        "01.03.2026 10:00:00\tname\t0000",
                        "03.2026 10:00:00\tname\t0000\tvalue");
        assertThat(StampLines.corrupt(good)).isEmpty();
        assertThat(StampLines.corrupt(bad)).isEqualTo(bad);
    }

    @Test
    void aProcessIsCapturedAndTerminated() throws Exception {
        BridgeProcess process =
                rig.startCommand(
                        Map.of("WORD", "hello"),
                        List.of("sh", "-c", "echo $WORD; echo log >&2; exec sleep 60"));
        assertThat(process.awaitLog("lo", "g")).isEqualTo("log");
        await().until(() -> process.stdout().lines().equals(List.of("hello")));
        assertThat(process.terminate()).isNotZero();
        assertThat(process.isAlive()).isFalse();
        assertThat(process.report()).contains("hello", "log", "exit code");
    }

    @Test
    void theLastWordsOfATerminatedProcessAreCaptured() throws Exception {
        String script =
                "trap 'echo bye >&2; kill $!; exit 3' TERM; echo ready >&2; sleep 60 & wait";
        BridgeProcess process = rig.startCommand(Map.of(), List.of("sh", "-c", script));
        process.awaitLog("ready");
        assertThat(process.terminate()).isEqualTo(3);
        assertThat(process.stderr().lines()).containsExactly("ready", "bye");
    }

    @Test
    void quarantineEntriesAreReadUpToTheLastCompleteLine() throws IOException {
        Files.createDirectories(rig.quarantine());
        Files.writeString(
                rig.quarantine().resolve("quarantine-20260301.jsonl"),
                """
                {"time":"2026-03-01T10:00:00Z","origin":"tcs x","reason":"r","length":2,"hex":"0909"}
                {"time":"2026-03\
                """);
        assertThat(QuarantineFile.hex(rig.quarantine())).containsExactly("0909");
        assertThat(QuarantineFile.read(rig.quarantine()).get(0).length()).isEqualTo(2);
    }
}
