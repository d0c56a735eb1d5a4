package io.tcsstamp.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcsSimulatorTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSS 'UTC'");

    @Test
    void a_client_gets_everything_at_once_and_then_what_changed() throws IOException {
        try (TcsSimulator simulator = TcsSimulator.builder().start();
                TcsClient client = new TcsClient(simulator.port())) {
            long start = System.nanoTime();
            Map<String, String> known = new HashMap<>(client.values());
            assertThat(known).hasSizeBetween(68, 75);
            for (int i = 0; i < 2; i++) {
                Map<String, String> changed = client.values();
                assertThat(changed).hasSizeBetween(15, 50);
                assertThat(known).containsKeys(changed.keySet().toArray(new String[0]));
                changed.forEach((name, v) -> assertThat(v).as(name).isNotEqualTo(known.get(name)));
                known.putAll(changed);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("two blocks after the first one")
                    .isBetween(Duration.ofMillis(1_800), Duration.ofSeconds(10));
        }
    }

    @Test
    void records_are_separated_by_cr_lf_and_carry_increasing_times_of_now() throws IOException {
        Instant before = Instant.now().minusMillis(1);
        try (TcsSimulator simulator = TcsSimulator.builder().start();
                TcsClient client = new TcsClient(simulator.port())) {
            String block = client.block();
            assertThat(block).doesNotEndWith("\n").doesNotContain("\r\n\r\n");
            assertThat(block.replace("\r\n", "")).doesNotContain("\r", "\n");
            Instant last = Instant.MIN;
            for (String line : block.split("\r\n")) {
                assertThat(line)
                        .matches(
                                "\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} UTC\t\\w+\t.+");
                Instant time =
                        LocalDateTime.parse(line.substring(0, line.indexOf('\t')), TIME)
                                .toInstant(ZoneOffset.UTC);
                assertThat(time).isAfter(last).isBetween(before, before.plusSeconds(20));
                last = time;
            }
        }
    }

    @Test
    void the_degree_sign_is_one_byte() throws IOException {
        try (TcsSimulator simulator = TcsSimulator.builder().start();
                TcsClient client = new TcsClient(simulator.port())) {
            String line = client.block().split("\r\n")[0];
            byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(line).contains("\tambient_rtd\t");
            assertThat(bytes).endsWith(' ', 0xBA, 'C').doesNotContain(0xC2);
        }
    }

    @Test
    void the_same_seed_sends_the_same_values() throws IOException {
        assertThat(blocks(5)).isEqualTo(blocks(5)).isNotEqualTo(blocks(6));
    }

    private static List<Map<String, String>> blocks(long seed) throws IOException {
        try (TcsSimulator simulator = unlimited().seed(seed).start();
                TcsClient client = new TcsClient(simulator.port())) {
            List<Map<String, String>> blocks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Map<String, String> values = client.values();
                values.remove("start_time");
                blocks.add(values);
            }
            return blocks;
        }
    }

    @Test
    void speed_is_a_factor_on_time() throws IOException {
        try (TcsSimulator simulator = TcsSimulator.builder().speed(new Speed(100)).start();
                TcsClient client = new TcsClient(simulator.port())) {
            Map<String, String> known = client.values();
            long start = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                known.putAll(client.values());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(8));
            String elapsed = known.get("elapsed_time");
            assertThat(elapsed).isGreaterThanOrEqualTo("0d00h00m50s").startsWith("0d00h");
        }
    }

    @Test
    void every_client_gets_a_full_block_of_its_own() throws IOException {
        try (TcsSimulator simulator = unlimited().start();
                TcsClient first = new TcsClient(simulator.port())) {
            Set<String> names = first.values().keySet();
            first.values();
            try (TcsClient second = new TcsClient(simulator.port())) {
                assertThat(second.values().keySet()).isEqualTo(names);
                assertThat(first.values()).isNotEmpty();
                assertThat(simulator.clients()).isEqualTo(2);
            }
        }
    }

    @Test
    @SuppressWarnings("try") // is closed twice on purpose
    void a_client_that_does_not_read_holds_up_nobody() throws IOException {
        TcsSimulator simulator = unlimited().start();
        try (simulator;
                TcsClient idle = new TcsClient(simulator.port());
                TcsClient reader = new TcsClient(simulator.port())) {
            // far more than the buffers between the simulator and the idle client hold
            for (int i = 0; i < 10_000; i++) {
                reader.block();
            }
            assertThat(idle.socket.isConnected()).isTrue();
            long start = System.nanoTime();
            simulator.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(simulator.clients()).isZero();
        }
    }

    @Test
    void a_client_that_leaves_is_one_line_in_the_log() throws IOException {
        try (LogCapture log = new LogCapture(ConnectionServer.class);
                TcsSimulator simulator = unlimited().start()) {
            String peer;
            try (TcsClient client = new TcsClient(simulator.port())) {
                client.block();
                peer = "127.0.0.1:" + client.socket.getLocalPort();
            }
            await().until(() -> simulator.clients() == 0);
            await().until(() -> log.containing(peer + " disconnected").size() == 1);
            assertThat(log.containing(peer))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("INFO TCS simulator: "));
        }
    }

    @Test
    @SuppressWarnings("try") // is closed twice on purpose
    void it_can_be_restarted_on_its_port_while_clients_are_connected() throws IOException {
        int port = 0;
        for (int i = 0; i < 5; i++) {
            try (TcsSimulator simulator = TcsSimulator.builder().port(port).start();
                    TcsClient client = new TcsClient(simulator.port())) {
                port = simulator.port();
                assertThat(client.values()).isNotEmpty();
                simulator.close();
                assertThat(client.in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (TcsSimulator simulator = TcsSimulator.builder().start()) {
            assertThat(simulator.address()).isEqualTo("127.0.0.1:" + simulator.port());
            assertThatThrownBy(TcsSimulator.builder().port(simulator.port())::start)
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(simulator.address())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void a_host_without_address_is_refused() {
        assertThatThrownBy(TcsSimulator.builder().host("no such host")::start)
                .isInstanceOf(UnknownHostException.class);
    }

    private static TcsSimulator.Builder unlimited() {
        return TcsSimulator.builder().speed(Speed.UNLIMITED);
    }
}
