package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.console.Role;
import io.tcsstamp.console.UsersFile;
import io.tcsstamp.tls.KeyStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console beside a bridge: what the settings say, and what the log does. */
class ConsoleServiceTest {
    private static final Logger LOGGER = Logger.getLogger(ConsoleService.class.getName());

    @TempDir Path home;
    private final Map<String, String> properties = new TreeMap<>();
    private final List<ConsoleService> services = new ArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
        properties.putAll(
                Map.of(
                        "console.enabled", "true",
                        "console.host", "127.0.0.1",
                        "console.port", "0",
                        "console.folder", "console",
                        "console.users", "",
                        "console.host-names", "",
                        "console.tls", "false"));
    }

    @AfterEach
    void stopListening() {
        services.forEach(ConsoleService::stop);
        LOGGER.removeHandler(log);
    }

    @Test
    void itSaysOnceWhereItIsAndWhatItCan() throws Exception {
        properties.put("console.host-names", "ops.example.org, other.example.org:8443");
        ConsoleService service = started();
        String url = url();

        assertThat(status(url + "/jolokia", "http://other.example.org:8443")).isEqualTo(200);
        assertThat(status(url + "/jolokia", "http://other.example.org")).isEqualTo(403);
        service.stop();

        assertThat(logged).hasSize(1);
        assertThat(logged.get(0)).startsWith("INFO").contains("it only shows");
        assertThat(home.resolve("console")).isDirectory();
    }

    @Test
    void withAnAdminItSaysThatOperationsNeedALogin() throws IOException {
        UsersFile.none()
                .with("adam", Role.ADMIN, "correct horse".toCharArray())
                .write(home.resolve("users"));
        properties.put("console.users", "users");
        ConsoleService service = started();

        url();
        service.stop();

        assertThat(logged.get(0)).contains("operations after a login");
    }

    @Test
    void itSpeaksHttps() throws IOException {
        KeyStores.key(home, "console", KeyStores.LOCAL);
        properties.put("console.tls", "true");
        properties.put("console.tls.key-store", "console.p12");
        properties.put("console.tls.key-store-password", KeyStores.PASSWORD);
        ConsoleService service = started();

        assertThat(url()).startsWith("https://127.0.0.1:");
        service.stop();
        assertThat(logged.toString()).doesNotContain(KeyStores.PASSWORD);
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsToldInALine() throws IOException {
        properties.put("console.tls", "true");
        properties.put("console.tls.key-store", "no-such-file");
        properties.put("console.tls.key-store-password", "secret");
        started();

        await().until(() -> !logged.isEmpty());
        assertThat(logged.get(0))
                .startsWith("SEVERE no console, the bridge runs without it: console.tls.key-store")
                .doesNotContain("secret", "\n");
    }

    @Test
    void httpsNeedsAKeyStore() {
        properties.put("console.tls", "true");
        started();

        await().until(() -> !logged.isEmpty());
        assertThat(logged.get(0)).contains("console.tls.key-store", "must name");
    }

    @Test
    void aPortInUseIsToldInALineAndAnotherOneCanStart() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            properties.put("console.port", String.valueOf(other.getLocalPort()));
            ConsoleService service = started();

            await().until(() -> !logged.isEmpty());
            assertThat(logged.get(0))
                    .startsWith("SEVERE no console")
                    .contains("port " + other.getLocalPort())
                    .doesNotContain("\n");
            service.stop();
        }
    }

    @Test
    void aHostNameThatIsNoneIsToldInALine() {
        properties.put("console.host-names", "http://ops.example.org/");
        started();

        await().until(() -> !logged.isEmpty());
        assertThat(logged.get(0)).contains("not a host name: http://ops.example.org/");
    }

    @Test
    void aStopWhileItStartsLeavesNothing() throws IOException {
        for (int i = 0; i < 3; i++) {
            started().stop();
        }
        // the folder is free again, so the last one has ended
        ConsoleService next = started();
        url();
        next.stop();
        assertThat(logged).filteredOn(line -> line.contains("console: http")).hasSize(1);
        assertThat(Files.isDirectory(home.resolve("console"))).isTrue();
    }

    @Test
    void whatIsNotAskedForIsNotStarted() {
        properties.put("console.enabled", "false");
        ConsoleService service = started();
        service.stop();

        assertThat(logged).isEmpty();
        assertThat(home.resolve("console")).doesNotExist();
    }

    private ConsoleService started() {
        ConsoleService service = new ConsoleService(new BridgeSettings(home, properties));
        services.add(service);
        service.start();
        return service;
    }

    private String url() {
        await().until(() -> logged.stream().anyMatch(line -> line.contains("console: http")));
        return logged.get(logged.size() - 1).replaceAll(".*(https?://\\S+).*", "$1");
    }

    private static int status(String url, String origin) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).header("Origin", origin).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
