package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the management port of a running bridge answers, and what it refuses. */
@Timeout(60)
class ManagementPortTest {
    private static final String CLOSE = "Host: localhost\r\nConnection: close\r\n\r\n";

    @TempDir static Path home;

    private static ManagementRig rig;

    @BeforeAll
    static void start() throws IOException {
        rig = new ManagementRig(home, "").awaitPort();
        rig.tcs.send(block(entry("01", "a", "1.5")));
        rig.awaitLines(1);
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/observe/metrics, text/plain; version=0.0.4; charset=utf-8",
        "/observe/metrics?a=b, text/plain; version=0.0.4; charset=utf-8",
        "/observe/health, application/json",
        "/observe/health?exposureLevel=full&stackTrace=true, application/json",
        "/observe/health/live, application/json",
        "/observe/health/ready, application/json"
    })
    void answersGet(String path, String type) {
        HttpResponse<String> answer = rig.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/observe",
                "/observe/",
                "/observe/info",
                "/observe/jolokia",
                "/observe/health/other",
                "/observe/health/live/x",
                "/observe/metrics/..%2f",
                "/observe/metricsx",
                "/q/dev",
                "/metrics",
                "/observe/%6detrics"
            })
    void thereIsNothingElseAndItSaysWhatThereIs(String path) {
        HttpResponse<String> answer = rig.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/observe/metrics", "/observe/health/live");
        assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://127.0.0.1/observe/health HTTP/1.1, Host: localhost, 404",
        "GET /observe/health HTTP/1.2, Host: localhost, 505",
        "GET /observe/health HTTP/1.1, X-Y: z, 400",
        "GET /observe/health HTTP/1.0, X-Y: z, 200"
    })
    void unusualRequestsAreAnsweredWithTheSameHeaders(String line, String header, int status)
            throws IOException {
        assertThat(rig.exchange(line + "\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("X-Frame-Options: DENY")
                .containsIgnoringCase("Content-Security-Policy:");
    }

    @ParameterizedTest
    @CsvSource({
        "/observe/health/live, 200",
        "/observe/health/ready, 200",
        "/observe/metrics, 200",
        "/nothing, 404"
    })
    void headIsAnsweredWithoutABody(String path, int status) throws IOException {
        String answer = rig.exchange("HEAD " + path + " HTTP/1.1\r\n" + CLOSE);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsPattern("(?i)content-length: [1-9]")
                .endsWith("\r\n\r\n");
        assertThat(answer.indexOf("\r\n\r\n")).isEqualTo(answer.length() - 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "X"})
    void otherMethodsAreRefused(String method) throws IOException {
        assertThat(rig.exchange(method + " /observe/health HTTP/1.1\r\n" + CLOSE))
                .startsWith("HTTP/1.1 405 ")
                .contains("allow: GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\n\r\nhello",
                "Content-Length: 99999999999\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"
            })
    void nothingCanBeSent(String rest) throws IOException {
        assertThat(rig.exchange("GET /observe/health HTTP/1.1\r\nHost: localhost\r\n" + rest))
                .startsWith("HTTP/1.1 413 ")
                .contains("connection: close");
    }

    @Test
    void longRequestsAreRefused() throws IOException {
        String many = "X-Header: " + "x".repeat(500) + "\r\n";

        assertThat(rig.exchange("GET /" + "x".repeat(2000) + " HTTP/1.1\r\n" + CLOSE))
                .startsWith("HTTP/1.1 414 ");
        assertThat(rig.exchange("GET / HTTP/1.1\r\n" + many.repeat(20) + CLOSE))
                .startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\u0000b\r\n\r\n"})
    void whatIsNoHttpIsRefused(String request) throws IOException {
        assertThat(rig.exchange(request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aSecondRequestBeforeTheAnswerEndsTheConnection() throws IOException {
        String request = "GET /observe/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

        assertThat(rig.exchange(request.repeat(50)).split("HTTP/1.1 200 OK", -1)).hasSize(2);
    }

    @Test
    void aPageThatGaveItselfTheAddressOfThisMachineReadsNothing() throws IOException {
        String request = "GET /observe/metrics HTTP/1.1\r\nConnection: close\r\nHost: ";

        assertThat(rig.exchange(request + "evil.example:" + rig.port() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .doesNotContain("tcsstamp");
        assertThat(rig.exchange(request + "LocalHost:" + rig.port() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("tcsstamp_parameter");
    }

    @Test
    void connectionsAreKeptWhereTheClientLikes() throws IOException {
        String request = "GET /observe/health/live HTTP/1.1\r\n";

        assertThat(rig.exchange(request + CLOSE)).startsWith("HTTP/1.1 200 ");
        assertThat(rig.exchange("GET /observe/health/live HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatIsShownOfTheProcessIsThere() {
        Exposition metrics = rig.scrape();

        assertThat(metrics.families())
                .contains(
                        "camel_exchanges_total",
                        "camel_routes_running_routes",
                        "jvm_memory_used_bytes",
                        "jvm_gc_memory_allocated_bytes_total",
                        "jvm_threads_live_threads",
                        "process_cpu_usage",
                        "process_uptime_seconds");
        assertThat(metrics.value("camel_exchanges_total", "routeId", "tcs")).isEqualTo(1);
    }
}
