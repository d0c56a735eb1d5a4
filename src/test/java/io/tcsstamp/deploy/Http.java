package io.tcsstamp.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/** Asks the management port, as a kubelet or Prometheus does. Stateless. */
final class Http {
    private Http() {}

    /** What was answered. */
    record Answer(int status, String body) {
        Scrape scrape() {
            return Scrape.of(body);
        }
    }

    /** Asks until the status is the wanted one; returns that answer. */
    static Answer await(int port, String path, int status, Duration limit) {
        return Awaitility.await("status " + status + " of " + path)
                .atMost(limit)
                .until(() -> get(port, path), answer -> answer.status() == status);
    }

    /** Asks for the metrics until some texts are among them. */
    static Scrape awaitScrape(int port, Duration limit, String... texts) {
        return Awaitility.await("a scrape with " + Arrays.toString(texts))
                .atMost(limit)
                .until(
                        () -> get(port, "/observe/metrics"),
                        answer -> Arrays.stream(texts).allMatch(answer.body()::contains))
                .scrape();
    }

    /** Asks once; status 0 where nothing listens. */
    private static Answer get(int port, String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
