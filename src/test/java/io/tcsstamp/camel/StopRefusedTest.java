package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.jmx.RefusedException;
import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.spool.Spool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A source whose last bytes find no way out is not stopped, and says so. */
@Timeout(90)
class StopRefusedTest {
    private static final int ROOM = 1 << 20;

    @TempDir Path home;
    @TempDir Path recordings;
    private final Instrument tcs;
    private final int stampPort;
    private Bridge bridge;
    private CompletableFuture<Integer> exit;
    private RouteSources sources;

    StopRefusedTest() throws IOException {
        tcs = new Instrument();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stampPort = free.getLocalPort();
        }
    }

    @AfterEach
    void close() throws IOException {
        if (bridge != null) {
            bridge.stop();
            exit.join();
        }
        tcs.close();
    }

    /** STAMP is not there, and the spool takes little. */
    private void run(String source, String... settings) throws Exception {
        for (String folder : new String[] {"routes", "definitions"}) {
            Path from = TestSettings.project().resolve(folder);
            Files.createDirectories(home.resolve(folder));
            try (var files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        BridgeSettings all =
                TestSettings.of(home, home.resolve("quarantine"), settings)
                        .with("stamp.endpoint", "127.0.0.1:" + stampPort)
                        .with("spool.max-bytes", String.valueOf(ROOM))
                        .with("stamp.queue-bytes", String.valueOf(ROOM))
                        .with("spool.when-full", "wait")
                        .with("shutdown.timeout", "1");
        bridge = new Bridge(all, batch -> {});
        exit =
                CompletableFuture.supplyAsync(
                        bridge::run, task -> new Thread(task, "bridge").start());
        await().until(() -> bridge.context() != null && bridge.context().isStarted());
        sources = new RouteSources(bridge.context(), bridge.monitor());
        await().until(() -> sources.state(source).equals("Started"));
    }

    private void awaitFull() {
        Spool spool = bridge.monitor().spools().get("stamp");
        await().atMost(Duration.ofSeconds(30)).until(() -> spool.bytes() > ROOM / 2);
        await().during(Duration.ofMillis(500)).until(() -> spool.bytes() > ROOM / 2);
    }

    @Test
    void aTcsEgseWhoseLinesFindNoRoom() throws Exception {
        run("tcs", "tcs.endpoint", tcs.endpoint());
        tcs.awaitConnections(1);
        byte[] block = block(entry("01", "a", "x".repeat(10_000)));
        CompletableFuture<Void> sender =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 2000; i++) {
                                tcs.send(block);
                            }
                        },
                        task -> new Thread(task).start());
        awaitFull();
        assertThatThrownBy(() -> sources.stop("tcs"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("could not be stopped within 1 s and goes on")
                .hasNoCause();
        assertThat(bridge.monitor().stopped().find("tcs")).isEmpty();
        assertThat(bridge.monitor().links())
                .filteredOn(link -> link.route().equals("tcs"))
                .noneMatch(link -> link.state() == LinkState.STOPPED);
        assertThat(sources.state("tcs")).isEqualTo("Started");
        assertThat(sender).isNotNull();
    }

    @Test
    void aFileThatIsBeingRead() throws Exception {
        Path file = recordings.resolve("long.bin");
        int count = 60_000;
        Files.write(file, PacketStreams.housekeepings(0, count));
        run(
                "packets",
                "packet.endpoint",
                "file:" + file,
                "packet.definitions",
                PacketStreams.definition(home).toString(),
                "packet.select",
                "COUNTER");
        awaitFull();
        assertThatThrownBy(() -> sources.stop("packets"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("could not be stopped within 1 s and goes on");
        assertThat(bridge.monitor().stopped().find("packets")).isEmpty();
        assertThat(sources.state("packets")).isEqualTo("Started");

        // once there is a way out all of it comes, and nothing twice
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (EchoServer stamp = EchoServer.start("127.0.0.1", stampPort, lines::add)) {
            await().atMost(Duration.ofSeconds(40)).until(() -> lines.size() >= count);
            await().during(Duration.ofSeconds(1)).until(() -> lines.size() == count);
            assertThat(stamp.address()).endsWith(":" + stampPort);
        }
        assertThat(bridge.monitor().source("packets").read()).isEqualTo(count);
    }
}
