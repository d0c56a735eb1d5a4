package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tcsstamp.sim.EchoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A console beside a bridge that runs. */
@Timeout(90)
class BridgeConsoleTest {
    private static final String SECRET = "not-to-be-shown-2";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path home;
    private final HttpClient client = HttpClient.newHttpClient();
    private String origin;

    @Test
    void itShowsTheRoutesAndNoSecretAndEndsWithTheBridge() throws Exception {
        int port = freePort();
        origin = "http://127.0.0.1:" + port;
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ScriptedTcs tcs = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, lines::add)) {
            Bridge bridge = new Bridge(settings(tcs, stamp, port), batch -> {});
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            await().atMost(Duration.ofSeconds(30)).until(this::answers);

            String routes =
                    ask(exec("org.apache.camel:type=context,*", "dumpRoutesAsXml()")).toString();
            assertThat(routes).contains("id=\\\"tcs\\\"", "id=\\\"stamp\\\"");
            assertThat(everythingThatIsShown()).contains("127.0.0.1").doesNotContain(SECRET);

            tcs.send(block(entry("01", "ambient_rtd", "20.5 ºC")));
            await().until(() -> lines.size() == 1);
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(answers()).isFalse();
        }
    }

    @Test
    void aBridgeGoesOnWhereItsPortIsTaken() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ScriptedTcs tcs = new ScriptedTcs();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, lines::add)) {
            Bridge bridge = new Bridge(settings(tcs, stamp, other.getLocalPort()), batch -> {});
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(bridge::run);
            tcs.send(block(entry("01", "ambient_rtd", "20.5 ºC")));

            await().atMost(Duration.ofSeconds(30)).until(() -> lines.size() == 1);
            bridge.stop();
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private BridgeSettings settings(ScriptedTcs tcs, EchoServer stamp, int port) {
        return TestSettings.of(
                TestSettings.project(),
                home.resolve("quarantine"),
                "tcs.endpoint",
                tcs.endpoint(),
                "stamp.endpoint",
                stamp.address(),
                "tcs.tls.key-store-password",
                SECRET,
                "console.enabled",
                "true",
                "console.host",
                "127.0.0.1",
                "console.port",
                String.valueOf(port),
                "console.folder",
                home.resolve("console").toString());
    }

    /** Each attribute of each MBean, and what viewers may run of Camel. */
    private String everythingThatIsShown() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String domain : List.of("io.tcsstamp", "org.apache.camel", "java.lang", "java.nio")) {
            JsonNode names = ask(Map.of("type", "search", "mbean", domain + ":*")).get("value");
            assertThat(names.size()).as(domain).isPositive();
            for (JsonNode name : names) {
                all.append(ask(Map.of("type", "read", "mbean", name.asText())));
                for (String show : List.of("dumpRoutesAsXml()", "endpointStatistics", "details")) {
                    all.append(ask(exec(name.asText(), show)));
                }
            }
        }
        return all.toString();
    }

    private Map<String, Object> exec(String name, String operation) throws Exception {
        String found =
                name.contains("*")
                        ? ask(Map.of("type", "search", "mbean", name)).get("value").get(0).asText()
                        : name;
        return Map.of("type", "exec", "mbean", found, "operation", operation);
    }

    private JsonNode ask(Object question) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin + "/hawtio/jolokia"))
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(question)))
                        .build();
        return JSON.readTree(
                client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body());
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(origin + "/hawtio/jolokia")).build();
            return client.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
