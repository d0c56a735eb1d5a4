package io.tcsstamp.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A bridge with its console and its metrics on, and what reads them. One thread uses it. */
final class WatchedBridge implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ChildProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI metrics;
    private final URI console;

    /** Starts it; it needs a while until it can be watched. */
    WatchedBridge(BenchOptions options, Endpoints endpoints) throws IOException {
        int management = freePort();
        int port = freePort();
        metrics = URI.create("http://127.0.0.1:" + management + "/observe/metrics");
        console = URI.create("http://127.0.0.1:" + port + "/hawtio/index.html");
        Map<String, String> watched =
                Map.of(
                        "CONSOLE_ENABLED", "true",
                        "CONSOLE_PORT", Integer.toString(port),
                        "CONSOLE_FOLDER", options.work().resolve("console").toString(),
                        "METRICS_ENABLED", "true",
                        "MANAGEMENT_PORT", Integer.toString(management));
        Path log = options.work().resolve("watched.log");
        process = Contender.bridge(options, log, watched, endpoints.arguments());
    }

    ChildProcess process() {
        return process;
    }

    /** Waits until both pages are served. */
    void awaitPages() throws InterruptedException {
        await(metrics);
        await(console);
    }

    private void await(URI page) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                get(page);
                return;
            } catch (IOException e) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw process.failure(e);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    /** The metrics as Prometheus reads them. */
    String scrape() throws IOException, InterruptedException {
        return get(metrics);
    }

    private String get(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(page).timeout(LIMIT).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(page + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** What the bridge was told to use is free at this moment; nobody else looks for ports. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
