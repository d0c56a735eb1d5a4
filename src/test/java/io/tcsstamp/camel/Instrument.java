package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A server that takes one client after the other, and knows when it has gone. */
final class Instrument implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ServerSocket server;
    private volatile Socket client;
    private volatile int connections;
    private volatile int ended;

    Instrument() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(this::accept, task -> new Thread(task, "instrument").start());
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                client = socket;
                connections++;
                while (socket.getInputStream().read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
            ended = connections;
        }
    }

    String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections there were until now. */
    int connections() {
        return connections;
    }

    void awaitConnections(int count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(connections).isEqualTo(count));
    }

    /** Waits until the client has gone. */
    void awaitEnd() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(ended).isEqualTo(connections));
    }

    void send(byte[]... all) {
        try {
            for (byte[] bytes : all) {
                client.getOutputStream().write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }
}
