package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A STAMP that compares every line while it comes and keeps none, so that it may take millions. It
 * takes one connection. Thread-safe.
 */
final class CheckingStamp implements Closeable {
    private final Listener listener = new Listener(0, this::accept);
    private final JpssValues expected;
    private volatile long lines;
    private volatile String difference = "";

    CheckingStamp(JpssValues expected) throws IOException {
        this.expected = expected;
        listener.start();
    }

    private void accept(Socket socket) {
        Thread reader = new Thread(() -> read(socket), "STAMP reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8),
                                1 << 16)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (difference.isEmpty()) {
                    difference = expected.difference(line);
                }
                lines++;
            }
        } catch (IOException e) {
            // closed: what came before counts
        }
    }

    String endpoint() {
        return "127.0.0.1:" + listener.port();
    }

    /** Waits for all the lines, and no other. */
    void awaitAll(Duration limit) {
        await("lines at STAMP")
                .atMost(limit)
                .until(() -> lines >= expected.count() || !difference.isEmpty());
        assertThat(difference).isEmpty();
    }

    /** How many lines came. */
    long lineCount() {
        assertThat(difference).isEmpty();
        return lines;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
