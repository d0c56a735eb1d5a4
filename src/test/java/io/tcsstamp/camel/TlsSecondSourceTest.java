package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.tls.KeyStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A second TCS EGSE with TLS beside a first one without, and with stores that cannot be used. */
@Timeout(60)
class TlsSecondSourceTest {
    @TempDir Path folder;

    @Test
    void eachSourceSaysForItselfWhetherItUsesTls() throws Exception {
        Path key = KeyStores.key(folder, "tcs", KeyStores.LOCAL);
        Path trust = KeyStores.pem(folder, "trust.pem", key);
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ScriptedTcs first = new ScriptedTcs();
                ScriptedTcs second = new ScriptedTcs(KeyStores.context(key));
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, lines::add)) {
            Bridge bridge = bridge(first.endpoint(), second.endpoint(), stamp.address(), trust);
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            first.send(block(entry("01", "a", "1")));
            second.send(block(entry("02", "b", "2")));

            await().atMost(Duration.ofSeconds(30)).until(() -> lines.size() == 2);
            assertThat(lines).containsExactlyInAnyOrder(line("01", "a", "1"), line("02", "b", "2"));
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void aStoreThatOnlyTheSecondUsesIsReadAtTheStartToo() throws Exception {
        try (ScriptedTcs first = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, line -> {})) {
            Path missing = folder.resolve("missing.p12");
            Bridge bridge = bridge(first.endpoint(), "127.0.0.1:1", stamp.address(), missing);

            assertThat(CompletableFuture.supplyAsync(bridge::run).get(30, TimeUnit.SECONDS))
                    .isEqualTo(2);
        }
    }

    private Bridge bridge(String first, String second, String stamp, Path trust)
            throws IOException {
        String template = "camel.route-template[tcs2].";
        Path configuration =
                Files.writeString(
                        folder.resolve("application.properties"),
                        String.join(
                                "\n",
                                template + "template-id = tcs-source",
                                template + "route-id = tcs2",
                                template + "id = tcs2",
                                template + "endpoint = " + second,
                                template + "tls = true"));
        return new Bridge(
                TestSettings.of(
                        TestSettings.project(),
                        folder.resolve("quarantine"),
                        BridgeSettings.CONFIGURATION,
                        configuration.toString(),
                        BridgeSettings.FURTHER_SOURCES,
                        "true",
                        "tcs.endpoint",
                        first,
                        "stamp.endpoint",
                        stamp,
                        "tcs.tls.trust-store",
                        trust.toString()),
                batch -> {});
    }
}
