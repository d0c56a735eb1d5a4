package io.tcsstamp.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EchoServerTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void every_line_is_handed_on_in_utf_8() throws IOException {
        try (EchoServer server = start();
                Socket client = connect(server)) {
            send(client, "10.01.2021 16:12:01\tname\t0000\t1.5 º€\nsecond\n");
            await().until(() -> server.received() == 2);
            assertThat(lines).containsExactly("10.01.2021 16:12:01\tname\t0000\t1.5 º€", "second");
            assertThat(server.address()).isEqualTo("127.0.0.1:" + server.port());
        }
    }

    @Test
    void lines_of_many_clients_stay_whole_and_in_the_order_of_each() throws Exception {
        int clients = 8;
        int each = 2_000;
        List<Thread> senders = new ArrayList<>();
        List<String> received = new ArrayList<>(); // safe: the sink has one caller at a time
        try (EchoServer server = EchoServer.start("127.0.0.1", 0, received::add)) {
            for (int c = 0; c < clients; c++) {
                String prefix = "client " + c + " ";
                Thread sender = new Thread(() -> sendLines(server, prefix, each));
                sender.start();
                senders.add(sender);
            }
            for (Thread sender : senders) {
                sender.join(20_000);
            }
            await().until(() -> server.received() == clients * each && server.clients() == 0);
        }
        assertThat(received).hasSize(clients * each);
        for (int c = 0; c < clients; c++) {
            String prefix = "client " + c + " ";
            assertThat(received.stream().filter(line -> line.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(i -> prefix + i).toList());
        }
    }

    @Test
    void a_torn_last_line_is_handed_on_with_a_note() throws IOException {
        try (LogCapture log = new LogCapture(EchoServer.class);
                EchoServer server = start()) {
            try (Socket client = connect(server)) {
                send(client, "whole\nto");
                await().until(() -> lines.size() == 1);
                send(client, "rn");
            }
            await().until(() -> server.clients() == 0);
            assertThat(lines).containsExactly("whole", "torn");
            assertThat(server.received()).isEqualTo(2);
            assertThat(log.containing("no line feed")).hasSize(1).allMatch(isWarning());
        }
    }

    @Test
    void too_long_a_line_is_cut_with_a_note() throws IOException {
        try (LogCapture log = new LogCapture(EchoServer.class);
                EchoServer server = start();
                Socket client = connect(server)) {
            String longest = "x".repeat(EchoServer.MAX_LINE);
            send(client, longest + "\n" + longest + "yz\nnext\n");
            await().until(() -> server.received() == 3);
            assertThat(lines).containsExactly(longest, longest, "next");
            assertThat(log.containing("line cut")).hasSize(1).allMatch(isWarning());
        }
    }

    @Test
    void connects_and_disconnects_are_logged_with_the_peer() throws IOException {
        try (LogCapture log = new LogCapture(ConnectionServer.class);
                EchoServer server = start()) {
            int port;
            try (Socket client = connect(server)) {
                port = client.getLocalPort();
                await().until(() -> server.clients() == 1);
            }
            await().until(() -> log.containing(":" + port + " disconnected").size() == 1);
            assertThat(log.containing("Echo server: 127.0.0.1:" + port + " connected")).hasSize(1);
        }
    }

    @Test
    void the_sink_is_told_when_nothing_more_is_at_hand() throws IOException {
        List<String> calls = new CopyOnWriteArrayList<>();
        LineSink sink =
                new LineSink() {
                    @Override
                    public void accept(String line) {
                        calls.add(line);
                    }

                    @Override
                    public void flush() {
                        calls.add("flush");
                    }
                };
        try (EchoServer server = EchoServer.start("127.0.0.1", 0, sink);
                Socket client = connect(server)) {
            send(client, "one\ntwo\n");
            await().until(
                            () ->
                                    calls.contains("two")
                                            && calls.get(calls.size() - 1).equals("flush"));
            assertThat(calls).containsSubsequence("one", "two", "flush");
        }
    }

    @Test
    void a_sink_that_fails_ends_that_connection_only() throws IOException {
        LineSink failing =
                line -> {
                    if (line.equals("bad")) {
                        throw new IllegalStateException("a test's failure");
                    }
                    lines.add(line);
                };
        try (EchoServer server = EchoServer.start("127.0.0.1", 0, failing);
                Socket first = connect(server);
                Socket second = connect(server)) {
            first.setSoTimeout(10_000);
            send(first, "bad\n");
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            send(second, "good\n");
            await().until(() -> lines.contains("good"));
        }
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (EchoServer server = start()) {
            assertThatThrownBy(() -> EchoServer.start("127.0.0.1", server.port(), lines::add))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(server.address());
        }
    }

    private static Predicate<String> isWarning() {
        return line -> line.startsWith("WARNING ");
    }

    private EchoServer start() throws IOException {
        return EchoServer.start("127.0.0.1", 0, lines::add);
    }

    private static Socket connect(EchoServer server) throws IOException {
        return new Socket("127.0.0.1", server.port());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static void sendLines(EchoServer server, String prefix, int count) {
        try (Socket client = connect(server)) {
            OutputStream out = client.getOutputStream();
            for (int i = 0; i < count; i++) {
                byte[] line = (prefix + i + "\n").getBytes(UTF_8);
                out.write(line, 0, 5); // lines come in pieces
                out.write(line, 5, line.length - 5);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
