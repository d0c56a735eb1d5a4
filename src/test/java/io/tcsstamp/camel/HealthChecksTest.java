package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.sim.EchoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Camel's health checks say of a running bridge. */
@Timeout(60)
class HealthChecksTest {
    @TempDir Path folder;

    @Test
    void tellWhichEndIsAwayAndWhatWaitsForIt() throws Exception {
        try (ScriptedTcs tcs = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, line -> {})) {
            Bridge bridge = bridge(tcs, stamp, "");
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            String tcsLink = "link-tcs-" + tcs.endpoint();
            String stampLink = "link-stamp-" + stamp.address();
            tcs.send(block(entry("01", "a", "1")));
            await().atMost(Duration.ofSeconds(30)).until(() -> stamp.received() == 1);

            Map<String, Result> well = checks(bridge);
            assertThat(well).containsKeys(tcsLink, stampLink, "spool-stamp", "quarantine");
            assertThat(well.values())
                    .allMatch(result -> result.getState() == State.UP)
                    .noneMatch(result -> "true".equals(detail(result, "degraded")));
            assertThat(HealthCheckHelper.invokeReadiness(bridge.context(), "full"))
                    .extracting(result -> result.getCheck().getId())
                    .containsAll(well.keySet());
            assertThat(HealthCheckHelper.invokeLiveness(bridge.context(), "full"))
                    .noneMatch(result -> well.containsKey(result.getCheck().getId()));

            stampGoesAway(tcs, stamp, bridge);
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private static void stampGoesAway(ScriptedTcs tcs, EchoServer stamp, Bridge bridge) {
        String stampLink = "link-stamp-" + stamp.address();
        stamp.close();
        await().until(() -> checks(bridge).get(stampLink).getState() == State.DOWN);
        tcs.send(block(entry("02", "a", "2")));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> detail(checks(bridge).get("spool-stamp"), "degraded"), "true"::equals);

        Map<String, Result> ill = checks(bridge);
        assertThat(ill.get(stampLink).getDetails())
                .containsEntry("end", "STAMP")
                .containsEntry("address", stamp.address())
                .containsKey("since");
        assertThat(ill.get(stampLink).getMessage().orElseThrow()).contains(stamp.address());
        assertThat(ill.get("spool-stamp").getState()).isEqualTo(State.UP);
        assertThat(ill.get("spool-stamp").getMessage().orElseThrow()).contains("waited");
        assertThat(detail(ill.get("spool-stamp"), "lines")).isIn("1", "2");
        assertThat(ill.get("link-tcs-" + tcs.endpoint()).getState()).isEqualTo(State.UP);
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        try (ScriptedTcs tcs = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, line -> {})) {
            Bridge bridge = bridge(tcs, stamp, "camel.health.enabled = false\n");
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            tcs.send(block(entry("01", "a", "1")));
            await().atMost(Duration.ofSeconds(30)).until(() -> stamp.received() == 1);

            assertThat(checks(bridge)).isEmpty();
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private Bridge bridge(ScriptedTcs tcs, EchoServer stamp, String configuration)
            throws Exception {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, configuration);
        return new Bridge(
                TestSettings.of(
                        TestSettings.project(),
                        folder.resolve("quarantine"),
                        BridgeSettings.CONFIGURATION,
                        file.toString(),
                        "health.spool-age",
                        "1",
                        "tcs.silence",
                        "0",
                        "tcs.endpoint",
                        tcs.endpoint(),
                        "stamp.endpoint",
                        stamp.address()),
                batch -> {});
    }

    private static Map<String, Result> checks(Bridge bridge) {
        Collection<Result> results = HealthCheckHelper.invoke(bridge.context(), "full");
        return results.stream()
                .filter(result -> !"camel".equals(result.getCheck().getGroup()))
                .collect(Collectors.toMap(result -> result.getCheck().getId(), result -> result));
    }

    private static String detail(Result result, String name) {
        return String.valueOf(result.getDetails().get(name));
    }
}
