package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.sim.EchoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two TCS EGSEs over sockets: the second by a few properties, its names told apart by a prefix. */
@Timeout(60)
class SecondSourceTest {
    @TempDir Path home;

    @Test
    void bothAreBridgedAndCountedByThemselves() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ScriptedTcs first = new ScriptedTcs();
                ScriptedTcs second = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, lines::add)) {
            Bridge bridge = bridge(first, second, stamp);
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            first.send(block(entry("01", "ambient_rtd", "20.5 ºC"), entry("02", "a", "1")));
            second.send(block(entry("03", "ambient_rtd", "21.5 °C"), "garbage"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(lines)
                                            .containsExactlyInAnyOrder(
                                                    line("01", "ambient_rtd", "20.5"),
                                                    line("02", "a", "1"),
                                                    line("03", "tcs2_ambient_rtd", "21.5")));
            assertCounted(bridge.monitor());
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(quarantined()).contains("tcs2 127.0.0.1:").contains("67617262616765");
    }

    private static void assertCounted(BridgeMonitor monitor) {
        assertThat(monitor.source("tcs").read()).isEqualTo(2);
        assertThat(monitor.source("tcs").quarantined()).isZero();
        assertThat(monitor.source("tcs2").read()).isEqualTo(2);
        assertThat(monitor.source("tcs2").quarantined()).isEqualTo(1);
        assertThat(monitor.links()).hasSize(3).allMatch(link -> link.state() == LinkState.UP);
        assertThat(monitor.links())
                .extracting(Link::end)
                .containsExactlyInAnyOrder("TCS", "TCS", "STAMP");
    }

    private Bridge bridge(ScriptedTcs first, ScriptedTcs second, EchoServer stamp)
            throws IOException {
        for (String folder : List.of("routes", "definitions")) {
            copy(TestSettings.project().resolve(folder), home.resolve(folder));
        }
        Path configuration = home.resolve("application.properties");
        String template = "camel.route-template[tcs2].";
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        template + "template-id = tcs-source",
                        template + "route-id = tcs2",
                        template + "id = tcs2",
                        template + "endpoint = " + second.endpoint(),
                        template + "prefix = tcs2_"));
        return new Bridge(
                TestSettings.of(
                        home,
                        home.resolve("quarantine"),
                        BridgeSettings.CONFIGURATION,
                        configuration.toString(),
                        BridgeSettings.FURTHER_SOURCES,
                        "true",
                        "tcs.endpoint",
                        first.endpoint(),
                        "stamp.endpoint",
                        stamp.address()),
                batch -> {});
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private String quarantined() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("quarantine"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }
}
