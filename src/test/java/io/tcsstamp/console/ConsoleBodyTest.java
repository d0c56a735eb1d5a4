package io.tcsstamp.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are long, slow or many. */
@Timeout(60)
class ConsoleBodyTest {
    private static final String VERSION = "{\"type\":\"version\"}";

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
    void loginsThatAreSentSlowlyKeepNobodyFromThePages() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                slow.add(begin("/hawtio/auth/login", 900));
            }

            assertThat(console.get("/hawtio/").statusCode()).isEqualTo(200);
            assertThat(console.post("/hawtio/jolokia", VERSION, null).statusCode()).isEqualTo(200);
            List<String> answers = answers(slow);
            assertThat(answers)
                    .hasSize(20)
                    .allMatch(answer -> answer.matches("(?s)HTTP/1.1 (408|503) .*"))
                    .anyMatch(answer -> answer.startsWith("HTTP/1.1 408 "))
                    .anyMatch(answer -> answer.startsWith("HTTP/1.1 503 "));
        } finally {
            close(slow);
        }
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(
                                                console.login(
                                                                TestConsole.VIEWER,
                                                                TestConsole.PASSWORD)
                                                        .statusCode())
                                        .isEqualTo(200));
    }

    @Test
    void whoSendsQuestionsSlowlyKeepsNobodyWhoIsLoggedInFromAsking() throws Exception {
        String viewer = console.cookie(TestConsole.VIEWER);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                slow.add(begin("/hawtio/jolokia", 500_000));
            }
            Awaitility.await()
                    .until(
                            () ->
                                    console.post("/hawtio/jolokia", VERSION, null).statusCode()
                                            == 503);

            HttpResponse<String> asked = console.post("/hawtio/jolokia", VERSION, viewer);

            assertThat(asked.statusCode()).isEqualTo(200);
        } finally {
            close(slow);
        }
        Awaitility.await()
                .until(() -> console.post("/hawtio/jolokia", VERSION, null).statusCode() == 200);
    }

    @Test
    void whoSendsByteAfterByteIsToldToStop() throws Exception {
        try (Socket socket = begin("/hawtio/auth/login", 900)) {
            // a client that never stops by itself; the answer ends it
            Thread drip =
                    new Thread(
                            () -> {
                                try {
                                    while (!socket.isClosed()) {
                                        socket.getOutputStream().write(' ');
                                        Thread.sleep(100);
                                    }
                                } catch (IOException | InterruptedException e) {
                                    // the other end has closed
                                }
                            });
            drip.setDaemon(true);
            drip.start();

            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, ISO_8859_1)).isEqualTo("HTTP/1.1 408");
            drip.interrupt();
            drip.join();
        }
    }

    /** A request whose body has only begun. */
    private static Socket begin(String path, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), console.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(
                        ("POST "
                                        + path
                                        + " HTTP/1.1\r\nHost: localhost:"
                                        + console.port()
                                        + "\r\nOrigin: http://localhost:"
                                        + console.port()
                                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                                        + length
                                        + "\r\n\r\n{")
                                .getBytes(ISO_8859_1));
        return socket;
    }

    private static List<String> answers(List<Socket> sockets) throws IOException {
        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            answers.add(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
        return answers;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void deepAndLongBodiesAreRefused() throws Exception {
        String deep = "[".repeat(5_000);
        String many = "[" + "{\"type\":\"version\"},".repeat(3_000) + "{\"type\":\"version\"}]";
        String large = " ".repeat(JolokiaFilter.LONGEST_BODY + 1);

        assertThat(console.post("/hawtio/jolokia", deep, null).statusCode()).isEqualTo(400);
        assertThat(console.post("/hawtio/jolokia", many, null).statusCode()).isEqualTo(400);
        assertThat(console.post("/hawtio/jolokia", large, null).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsBoundedToo() throws Exception {
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        String answer =
                console.raw(
                        "POST /hawtio/jolokia HTTP/1.1\r\nHost: localhost:"
                                + console.port()
                                + "\r\nOrigin: http://localhost:"
                                + console.port()
                                + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(JolokiaFilter.LONGEST_BODY / 0x8000 + 1)
                                + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aFormIsNotTaken() throws Exception {
        String answer =
                console.raw(
                        "POST /hawtio/jolokia HTTP/1.1\r\n"
                                + "Host: localhost\r\n"
                                + "Origin: http://localhost\r\n"
                                + "Content-Type: text/plain\r\n"
                                + "Connection: close\r\n"
                                + "Content-Length: 2\r\n\r\n"
                                + "{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ");
    }
}
