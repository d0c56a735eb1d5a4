package io.tcsstamp.camel;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bridge with a TCS, a STAMP and its management port. */
final class ManagementRig implements AutoCloseable {
    private static final int LIMIT_MILLIS = 10_000;

    final ScriptedTcs tcs;
    final PacketRig bridge;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Starts it, with further settings as keys and values in turn. */
    ManagementRig(Path home, String configuration, String... settings) throws IOException {
        tcs = new ScriptedTcs();
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "metrics.enabled", "true",
                                "tcs.silence", "0",
                                "tcs.endpoint", tcs.endpoint()));
        all.addAll(List.of(settings));
        bridge = new PacketRig(home, configuration, all.toArray(String[]::new));
        bridge.awaitStarted("tcs");
    }

    /** Waits until the port answers. */
    ManagementRig awaitPort() {
        bridge.awaitStarted("health");
        return this;
    }

    /** Where it listens. */
    String address() {
        return bridge.bridge().context().resolvePropertyPlaceholders("{{management.address}}");
    }

    int port() {
        return Integer.parseInt(address().replaceAll(".*:", ""));
    }

    /** What is answered to GET. */
    HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://" + address() + path))
                            .timeout(Duration.ofMillis(LIMIT_MILLIS))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All metrics. */
    Exposition scrape() {
        return Exposition.read(get("/observe/metrics").body());
    }

    /** Sends text as it is, and reads until the bridge closes the connection. */
    String exchange(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port()), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Waits until so many lines are at STAMP and shown. */
    void awaitLines(int count) {
        bridge.awaitLines(count);
    }

    /** Waits until a part of the health is as given. */
    void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> get(path).statusCode() == status);
    }

    @Override
    public void close() throws IOException {
        bridge.close();
        tcs.close();
    }
}
