package io.tcsstamp.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TcsReplayTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"max", "1000000"})
    void any_bytes_arrive_as_they_are_recorded(String speed) throws IOException {
        long seed = System.nanoTime();
        byte[] recorded = new byte[3_000_000];
        new Random(seed).nextBytes(recorded);
        // blocks longer than any buffer, and a tail without an ETX
        for (int i = 500_000; i < recorded.length; i++) {
            recorded[i] = recorded[i] == Feed.ETX ? 0 : recorded[i];
        }
        Path file = Files.write(folder.resolve("stream.raw"), recorded);
        try (TcsSimulator simulator = replay(file, speed).closeAtEnd(true).start();
                TcsClient client = new TcsClient(simulator.port())) {
            assertThat(client.in.readAllBytes()).as("seed %d", seed).isEqualTo(recorded);
        }
    }

    @Test
    void blocks_are_a_period_apart_and_the_first_one_comes_at_once() throws IOException {
        Path file = file("one\3two\3\3tail");
        try (TcsSimulator simulator = replay(file, "5").closeAtEnd(true).start()) {
            long start = System.nanoTime();
            try (TcsClient client = new TcsClient(simulator.port())) {
                assertThat(client.block()).isEqualTo("one");
                long first = System.nanoTime();
                assertThat(client.block()).isEqualTo("two");
                assertThat(System.nanoTime() - start).isGreaterThan(200_000_000L);
                assertThat(client.block()).isEmpty();
                assertThat(client.in.readAllBytes()).isEqualTo("tail".getBytes(ISO_8859_1));
                assertThat(System.nanoTime() - start).isGreaterThan(600_000_000L);
                assertThat(System.nanoTime() - first).isLessThan(10_000_000_000L);
            }
        }
    }

    @Test
    void every_client_gets_the_stream_from_its_start() throws IOException {
        try (TcsSimulator simulator = replay(file("first\3second\3"), "max").start()) {
            for (int i = 0; i < 3; i++) {
                try (TcsClient client = new TcsClient(simulator.port())) {
                    assertThat(client.block()).isEqualTo("first");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "1000"})
    void after_its_end_the_connection_stays_open_until_the_client_leaves(String speed)
            throws IOException {
        try (TcsSimulator simulator = replay(file("only\3"), speed).start()) {
            try (TcsClient client = new TcsClient(simulator.port())) {
                assertThat(client.block()).isEqualTo("only");
                client.socket.setSoTimeout(300);
                assertThatThrownBy(client.in::read).isInstanceOf(SocketTimeoutException.class);
                assertThat(simulator.clients()).isEqualTo(1);
            }
            await().until(() -> simulator.clients() == 0);
        }
    }

    @Test
    void a_client_that_leaves_its_own_bytes_unread_still_gets_everything() throws IOException {
        byte[] recorded = new byte[8_000_000];
        Path file = Files.write(folder.resolve("zeros"), recorded);
        try (TcsSimulator simulator = replay(file, "max").closeAtEnd(true).start();
                TcsClient client = new TcsClient(simulator.port())) {
            client.socket.getOutputStream().write(new byte[100]);
            assertThat(client.in.readAllBytes()).hasSize(recorded.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"max, 20000", "1000000, 20000", "50, 8"})
    void a_loop_starts_again_at_the_pace_of_blocks(String speed, int rounds) throws IOException {
        try (TcsSimulator simulator = replay(file("a\3b\3"), speed).loop(true).start();
                TcsClient client = new TcsClient(simulator.port())) {
            long start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                assertThat(client.block()).isEqualTo("a");
                assertThat(client.block()).isEqualTo("b");
            }
            long least = Speed.parse(speed).periodNanos() * (2L * rounds - 1);
            assertThat(System.nanoTime() - start).isGreaterThan(least * 9 / 10);
        }
    }

    @Test
    void a_loop_over_an_empty_file_ends() throws IOException {
        try (TcsSimulator simulator = replay(file(""), "max").loop(true).closeAtEnd(true).start();
                TcsClient client = new TcsClient(simulator.port())) {
            assertThat(client.in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "1000000"})
    @SuppressWarnings("try") // is closed twice on purpose
    void closing_ends_a_transfer_that_is_stuck(String speed) throws IOException {
        Path file = Files.write(folder.resolve("zeros"), new byte[40_000_000]);
        try (TcsSimulator simulator = replay(file, speed).start();
                TcsClient idle = new TcsClient(simulator.port())) {
            await().until(() -> idle.socket.getInputStream().available() > 100_000);
            long start = System.nanoTime();
            simulator.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(simulator.clients()).isZero();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_at_start() {
        assertThatThrownBy(replay(folder.resolve("absent"), "max")::start)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(replay(folder, "max")::start).isInstanceOf(NoSuchFileException.class);
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("stream.raw"), text.getBytes(ISO_8859_1));
    }

    private static TcsSimulator.Builder replay(Path file, String speed) {
        return TcsSimulator.builder().replay(file).speed(Speed.parse(speed));
    }
}
