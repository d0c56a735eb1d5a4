package io.tcsstamp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class EchoServerCommandTest {
    private final PrintStream stdout = System.out;

    @AfterEach
    void restore() {
        System.setOut(stdout);
    }

    @Test
    void lines_go_to_standard_output_in_utf_8_whatever_its_charset() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, false, StandardCharsets.US_ASCII));
        try (CommandRun run = new CommandRun(new EchoServerCommand(), "--port", "0");
                Socket client = new Socket("127.0.0.1", run.port())) {
            client.getOutputStream().write("one 1.5 º€\ntwo\n".getBytes(UTF_8));
            await().until(() -> printed.toString(UTF_8).equals("one 1.5 º€\ntwo\n"));
            run.interrupt();
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).hasLineCount(1).contains("127.0.0.1:");
        }
    }

    @Test
    void it_stops_when_standard_output_is_closed() throws Exception {
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        System.setOut(new PrintStream(closed, false, UTF_8));
        try (CommandRun run = new CommandRun(new EchoServerCommand(), "--port", "0");
                Socket client = new Socket("127.0.0.1", run.port())) {
            client.getOutputStream().write("line\n".getBytes(UTF_8));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).hasLineCount(2).contains("Cannot write to standard output");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port -1,         --port -1: must be from 0 to 65535",
        "--host not..valid, --bind not..valid: no such host",
        "--prot 1,          --prot"
    })
    void wrong_usage_is_one_line_and_exit_2(String arguments, String says) throws Exception {
        try (CommandRun run = new CommandRun(new EchoServerCommand(), arguments.split(" "))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(says).hasLineCount(1);
        }
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_1() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                CommandRun run =
                        new CommandRun(
                                new EchoServerCommand(), "--port", "" + other.getLocalPort())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .hasLineCount(1)
                    .contains("127.0.0.1:" + other.getLocalPort(), "in use", "--port");
        }
    }

    @Test
    void only_an_address_that_others_reach_is_warned_of() throws Exception {
        try (CommandRun run =
                new CommandRun(new EchoServerCommand(), "--port", "0", "--bind", "0.0.0.0")) {
            run.port();
            assertThat(run.err()).contains("--bind 0.0.0.0 is reachable from other machines");
        }
        try (CommandRun run =
                new CommandRun(new EchoServerCommand(), "--port", "0", "--bind", "localhost")) {
            run.port();
            assertThat(run.err()).hasLineCount(1).doesNotContain("Warning");
        }
    }

    @Test
    void help_names_every_option() throws Exception {
        try (CommandRun run = new CommandRun(new EchoServerCommand(), "--help")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("--bind", "--host", "--port", "4444");
        }
    }
}
