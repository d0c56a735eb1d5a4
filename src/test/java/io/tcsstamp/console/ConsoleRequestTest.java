package io.tcsstamp.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are answered at all, and with which headers. */
class ConsoleRequestTest {
    @TempDir static Path folder;
    private static TestConsole console;

    @BeforeAll
    static void start() throws Exception {
        console = TestConsole.start(folder);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void thePageIsGivenForEveryPlaceInIt() throws Exception {
        HttpResponse<String> start = console.get("/hawtio/");

        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.body()).contains("<div id=\"root\">");
        assertThat(console.get("/hawtio/jmx/attributes?nid=root").body()).isEqualTo(start.body());
        assertThat(console.get("/").headers().firstValue("Location")).contains("/hawtio/");
    }

    @Test
    void scriptsOfThePageAreGivenAndMayBeKept() throws Exception {
        String page = console.get("/hawtio/").body();
        String script = page.replaceAll("(?s).*src=\"(static/js/[^\"]+)\".*", "$1");

        HttpResponse<String> response = console.get("/hawtio/" + script);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/javascript");
        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hawtio/",
                "/hawtio/jolokia",
                "/hawtio/user",
                "/hawtio/nothing-here.js",
                "/nothing",
                "/hawtio/auth/logout"
            })
    void everyAnswerTellsTheBrowserWhatToRefuse(String path) throws Exception {
        HttpResponse<String> response = console.get(path);

        assertThat(response.headers().map())
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin")
                .containsKeys("content-security-policy", "referrer-policy")
                .hasEntrySatisfying(
                        "x-frame-options", all -> assertThat(all).containsExactly("DENY"))
                .hasEntrySatisfying(
                        "x-content-type-options",
                        all -> assertThat(all).containsExactly("nosniff"));
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void whatJolokiaTellsIsNotKept() throws Exception {
        assertThat(console.get("/hawtio/jolokia").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hawtio/proxy/http/127.0.0.1/9402/",
                "/hawtio/proxy/http://127.0.0.1:9402/",
                "/hawtio/keycloak/client-config",
                "/hawtio/WEB-INF/web.xml",
                "/hawtio/META-INF/MANIFEST.MF",
                "/hawtio/plugin/x",
                "/hawtio/../library/",
                "/jolokia",
            })
    void whatTheConsoleHasNoUseForIsNotThere(String path) throws Exception {
        HttpResponse<String> response = console.get(path);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.body()).doesNotContain("Jetty", "java.").hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hawtio/static/", "/hawtio/static/js/", "/hawtio/img/"})
    void foldersAreNotListed(String path) throws Exception {
        HttpResponse<String> response = console.get(path);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).doesNotContain(".js", ".svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "HACK"})
    void otherMethodsAreRefused(String method) throws IOException {
        String answer =
                console.raw(
                        method
                                + " /hawtio/jolokia HTTP/1.1\r\n"
                                + "Host: localhost\r\n"
                                + "X-Secret: 1234\r\n"
                                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("1234");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:1, 200",
        "127.0.0.1, 200",
        "[::1]:9401, 200",
        "evil.example.org, 403",
        "localhost.evil.example.org, 403",
        "10.1.2.3, 403",
        "127.0.0.1@evil.example.org, 4",
        "'', 4"
    })
    void onlyItsOwnNamesAreAnswered(String host, String status) throws IOException {
        String answer =
                console.raw(
                        "GET /hawtio/jolokia HTTP/1.1\r\nHost: "
                                + host
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        assertThat(console.raw("GET /hawtio/jolokia HTTP/1.0\r\n\r\n"))
                .contains(" 403 ")
                .contains("console.host-names");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, http://evil.example.org, 403",
        "GET, null, 403",
        "GET, http://127.0.0.1:1, 403",
        "POST, http://evil.example.org, 403",
        "POST, http://127.0.0.1:1, 403",
        "POST, null, 403",
        "POST, '', 403",
        "POST, http://127.0.0.1:PORT, 200",
        "GET, http://127.0.0.1:PORT, 200",
    })
    void pagesOfOthersAreRefused(String method, String origin, int status) throws IOException {
        String body = "{\"type\":\"version\"}";
        String answer =
                console.raw(
                        method
                                + " /hawtio/jolokia HTTP/1.1\r\nHost: 127.0.0.1:"
                                + console.port()
                                + "\r\nOrigin: "
                                + origin.replace("PORT", "" + console.port())
                                + "\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length()
                                + "\r\nConnection: close\r\n\r\n"
                                + body);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "/hawtio/jolokia, cross-site, no-cors, 403",
        "/hawtio/jolokia, same-site, no-cors, 403",
        "/hawtio/jolokia, same-origin, cors, 200",
        "/hawtio/, cross-site, navigate, 200",
        "/hawtio/auth/logout, cross-site, navigate, 403",
        "/hawtio/auth/logout, same-origin, navigate, 302",
        "/hawtio/auth/logout, none, navigate, 302",
    })
    void whatABrowserSaysOfThePageCounts(String path, String site, String mode, int status)
            throws Exception {
        HttpResponse<String> response =
                console.get(path, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode);

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void aPostWithoutOriginIsRefused() throws IOException {
        String answer =
                console.raw(
                        "POST /hawtio/jolokia HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/json\r\nContent-Length: 2\r\nConnection:"
                                + " close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Origin");
    }

    @Test
    void longHeadersAndLinesAreRefused() throws IOException {
        String head = "GET /hawtio/ HTTP/1.1\r\nHost: localhost\r\nX: ";

        assertThat(console.raw(head + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("X-Frame-Options");
        assertThat(console.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(console.raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void connectionsAreBounded() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < ConsoleServer.MOST_CONNECTIONS; i++) {
                sockets.add(new Socket(InetAddress.getByName("127.0.0.1"), console.port()));
            }
            try (Socket late = new Socket(InetAddress.getByName("127.0.0.1"), console.port())) {
                late.setSoTimeout(500);
                late.getOutputStream()
                        .write("GET /hawtio/ HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
                assertThatThrownBy(() -> late.getInputStream().read())
                        .isInstanceOf(SocketTimeoutException.class);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(console.raw("GET /hawtio/ HTTP/1.0\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "/hawtio/plugin, []",
        "/hawtio/keycloak/enabled, false",
        "/hawtio/proxy/enabled, false",
    })
    void whatThePagesAskForAndThereIsNotIsToldSo(String path, String answer) throws Exception {
        assertThat(console.get(path).body()).isEqualTo(answer);
    }

    @Test
    void thePagesAreToldWhatToShow() throws Exception {
        Map<?, ?> told =
                (Map<?, ?>) TestConsole.json(console.get("/hawtio/hawtconfig.json").body());

        assertThat(((Map<?, ?>) told.get("jmx")).get("workspace")).isEqualTo(JolokiaRules.DOMAINS);
        assertThat(told.get("disabledRoutes").toString()).contains("/connect", "/runtime");
        assertThat(console.get("/hawtio/manifest.json").body()).doesNotContain("icons");
    }
}
