package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SimulateTcsCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--speed fast,                 --speed fast: the speed must be max",
        "--speed -2,                   --speed -2: the speed must be max",
        "--port 70000,                 --port 70000: must be from 0 to 65535",
        "--port x,                     'x' is not",
        "--replay /no/such/file,       --replay /no/such/file: no such file",
        "--loop,                       --loop needs --replay FILE",
        "--close-at-end,               --close-at-end needs --replay FILE",
        "--replay x --loop --close-at-end, --loop never comes to an end",
        "--host not..valid,            --bind not..valid: no such host",
        "--sped 3,                     --sped"
    })
    void wrong_usage_is_one_line_and_exit_2(String arguments, String says) throws Exception {
        try (CommandRun run = new CommandRun(new SimulateTcsCommand(), arguments.split(" "))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(says).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_1() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                CommandRun run =
                        new CommandRun(
                                new SimulateTcsCommand(), "--port", "" + other.getLocalPort())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .hasLineCount(1)
                    .contains("127.0.0.1:" + other.getLocalPort(), "in use", "--port");
        }
    }

    @Test
    void it_sends_simulated_values_until_it_is_stopped() throws Exception {
        try (CommandRun run = new CommandRun(new SimulateTcsCommand(), "--port", "0")) {
            assertThat(read(run, 200)).contains("\tambient_rtd\t", " UTC");
            run.interrupt();
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).hasLineCount(1).contains("127.0.0.1", "simulated values");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void it_replays_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("stream.raw"), "a\3b\3");
        String[] arguments = {"--port", "0", "--replay", file.toString(), "--speed", "max"};
        try (CommandRun run = new CommandRun(new SimulateTcsCommand(), arguments)) {
            assertThat(read(run, 4)).isEqualTo("a\3b\3");
            assertThat(run.err()).contains(file.toString());
        }
    }

    @Test
    void only_an_address_that_others_reach_is_warned_of() throws Exception {
        try (CommandRun run =
                new CommandRun(new SimulateTcsCommand(), "--port", "0", "--bind", "0.0.0.0")) {
            run.port();
            assertThat(run.err()).contains("--bind 0.0.0.0 is reachable from other machines");
        }
        try (CommandRun run =
                new CommandRun(new SimulateTcsCommand(), "--port", "0", "--bind", "localhost")) {
            run.port();
            assertThat(run.err()).hasLineCount(1).doesNotContain("Warning");
        }
    }

    @Test
    void help_names_every_option() throws Exception {
        try (CommandRun run = new CommandRun(new SimulateTcsCommand(), "-h")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("--bind", "--host", "--port", "--replay", "--speed", "--loop")
                    .contains("--close-at-end", "--seed", "6666");
        }
    }

    private static String read(CommandRun run, int bytes) throws IOException {
        try (Socket client = new Socket("127.0.0.1", run.port())) {
            client.setSoTimeout(10_000);
            return new String(
                    client.getInputStream().readNBytes(bytes),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }
}
