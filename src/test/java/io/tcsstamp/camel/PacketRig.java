package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.sim.EchoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A bridge with the shipped routes and packet sources, in front of a STAMP that keeps its lines.
 */
final class PacketRig implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final List<String> lines = new ArrayList<>();
    final Path home;
    private final EchoServer stamp;
    private final Bridge bridge;
    private final CompletableFuture<Integer> exit;

    /**
     * Starts it.
     *
     * @param home a folder of its own
     * @param configuration further lines of application.properties
     * @param settings keys and values
     */
    PacketRig(Path home, String configuration, String... settings) {
        this.home = home;
        try {
            stamp =
                    EchoServer.start(
                            "127.0.0.1",
                            0,
                            line -> {
                                synchronized (lines) {
                                    lines.add(line);
                                }
                            });
            for (String folder : List.of("routes", "definitions")) {
                copy(TestSettings.project().resolve(folder), home.resolve(folder));
            }
            Files.writeString(home.resolve("application.properties"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BridgeSettings all =
                TestSettings.of(home, home.resolve("quarantine"), settings)
                        .with("stamp.endpoint", stamp.address())
                        .with(
                                BridgeSettings.CONFIGURATION,
                                home.resolve("application.properties").toString());
        bridge = new Bridge(all, batch -> {});
        exit =
                CompletableFuture.supplyAsync(
                        bridge::run, task -> new Thread(task, "bridge").start());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    BridgeMonitor monitor() {
        return bridge.monitor();
    }

    Bridge bridge() {
        return bridge;
    }

    SourceCounters packets() {
        return monitor().source("packets");
    }

    /** All lines that came. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    int lineCount() {
        synchronized (lines) {
            return lines.size();
        }
    }

    /** The lines that came as NAME=VALUE, without their time. */
    List<String> values() {
        return lines().stream()
                .map(line -> line.substring(line.indexOf('\t') + 1).replace("\t0000\t", "="))
                .toList();
    }

    void awaitLines(int count) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lineCount()).isGreaterThanOrEqualTo(count));
    }

    /** Waits until a route takes packets. */
    void awaitStarted(String route) {
        await().atMost(LIMIT)
                .until(
                        () ->
                                bridge.context() != null
                                        && bridge.context().isStarted()
                                        && bridge.context()
                                                .getRouteController()
                                                .getRouteStatus(route)
                                                .isStarted());
    }

    /** Stops the bridge as asked for, and waits until it has ended. */
    void stop() throws Exception {
        bridge.stop();
        assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
    }

    /** Waits until the bridge has ended by itself. */
    int exitCode() throws Exception {
        return exit.get(30, TimeUnit.SECONDS);
    }

    String quarantined() {
        try (Stream<Path> files = Files.list(home.resolve("quarantine"))) {
            return Files.readString(files.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bridge.stop();
        exit.orTimeout(30, TimeUnit.SECONDS).join();
        stamp.close();
    }
}
