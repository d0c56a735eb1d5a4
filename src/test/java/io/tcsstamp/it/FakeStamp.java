package io.tcsstamp.it;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * A STAMP under the test's control: a server that collects what it receives, at a pace that the
 * test sets, and can disappear in several ways. Thread-safe.
 */
final class FakeStamp implements Closeable {
    /** A pace at which nothing is read. */
    static final int STOPPED = 0;

    private static final int FAST = 1 << 16;

    private static final Duration LINES_LIMIT = Duration.ofSeconds(30);

    private final Listener listener;
    private final List<Received> connections = new CopyOnWriteArrayList<>();
    private volatile int bytesPerRead = FAST;
    private volatile long pauseMillis;

    /**
     * @param receiveBuffer the size of the kernel's receive buffer in bytes, 0 for the system's
     *     default
     */
    FakeStamp(int receiveBuffer) {
        listener = new Listener(receiveBuffer, this::accept);
    }

    private void accept(Socket socket) {
        Received received = new Received();
        connections.add(received);
        Thread reader = new Thread(() -> read(socket, received), "STAMP reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Socket socket, Received received) {
        byte[] buffer = new byte[FAST];
        try (socket) {
            while (true) {
                int limit = bytesPerRead;
                if (limit == STOPPED) {
                    TimeUnit.MILLISECONDS.sleep(10);
                    continue;
                }
                int n = socket.getInputStream().read(buffer, 0, limit);
                if (n < 0) {
                    break;
                }
                received.append(buffer, n);
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (IOException | InterruptedException e) {
            // closed or reset: what came before counts
        } finally {
            received.end();
        }
    }

    /** Picks a port without listening on it: clients are refused until {@link #start}. */
    void reserve() throws IOException {
        listener.reserve();
    }

    /** Starts to listen, at first or again. */
    void start() throws IOException {
        listener.start();
    }

    /** Speaks TLS from the next start on. */
    void secure(SSLContext context, boolean demandsCertificate) {
        listener.secure(context, demandsCertificate);
    }

    String endpoint() {
        return "127.0.0.1:" + listener.port();
    }

    int connections() {
        return listener.accepted();
    }

    /** From now on reads at most so many bytes at a time, with a pause after each read. */
    void pace(int bytes, long pauseMillisAfterEach) {
        pauseMillis = pauseMillisAfterEach;
        bytesPerRead = bytes;
    }

    /** From now on reads as fast as it can. */
    void fullSpeed() {
        pace(FAST, 0);
    }

    /** The number of line ends received over all connections. */
    long lineCount() {
        return connections.stream().mapToLong(Received::lineEnds).sum();
    }

    /** The number of bytes received over all connections. */
    long size() {
        return connections.stream().mapToLong(Received::size).sum();
    }

    /** All complete lines, in the order of the connections; throws when one is not UTF-8. */
    List<String> lines() {
        List<String> all = new ArrayList<>();
        connections.forEach(received -> all.addAll(StampLines.split(received.bytes())));
        return all;
    }

    /** Waits until so many lines have come, and returns all that are there then. */
    List<String> awaitLines(long count) {
        await("lines at STAMP").atMost(LINES_LIMIT).until(this::lineCount, n -> n >= count);
        return lines();
    }

    /** Everything received per connection. */
    List<Received> received() {
        return List.copyOf(connections);
    }

    /** True when every connection that was ever accepted has ended. */
    boolean allEnded() {
        return connections.size() == listener.accepted()
                && connections.stream().allMatch(Received::ended);
    }

    /** Goes down: closes the connections, refuses new ones. */
    void stop() throws IOException {
        listener.stop();
    }

    /** Resets the connections and keeps listening. */
    void reset() throws IOException {
        listener.reset();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
