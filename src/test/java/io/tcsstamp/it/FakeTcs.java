package io.tcsstamp.it;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;

/**
 * A TCS EGSE under the test's control: a server that sends what it is told and only that, and can
 * disappear in several ways. Thread-safe, but only one thread may send.
 */
final class FakeTcs implements Closeable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);

    private final Listener listener;
    private final Random random;
    private volatile Socket current;

    FakeTcs(long seed) {
        this.random = new Random(seed);
        this.listener = new Listener(0, socket -> current = socket);
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

    /** Waits until a client is connected. */
    Socket awaitConnection() {
        Socket socket = current;
        if (isOpen(socket)) {
            return socket;
        }
        return await("a connection to the TCS")
                .atMost(CONNECT_LIMIT)
                .until(() -> current, FakeTcs::isOpen);
    }

    private static boolean isOpen(Socket socket) {
        return socket != null && !socket.isClosed();
    }

    /** Sends bytes to the connected client; waits for one where there is none. */
    void send(byte[] bytes, Feed feed) {
        Socket socket = awaitConnection();
        try {
            feed.write(socket.getOutputStream(), bytes, random);
        } catch (IOException e) {
            throw new UncheckedIOException("the client closed while the TCS was sending", e);
        }
    }

    /** Sends bytes in one write. */
    void send(byte[] bytes) {
        send(bytes, Feed.ONE_WRITE);
    }

    /**
     * Ends the stream and waits until the client has closed its side too, which says that it has
     * read everything.
     *
     * @return false when the client did not close within the limit
     */
    boolean finish(Duration limit) throws IOException {
        Socket socket = awaitConnection();
        socket.shutdownOutput();
        socket.setSoTimeout((int) limit.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return false;
        } finally {
            socket.close();
        }
    }

    /** Goes down: the connection is closed after what was sent, and new ones are refused. */
    void stop() throws IOException {
        listener.stop();
    }

    /** Closes the connection after what was sent and keeps listening. */
    void drop() throws IOException {
        listener.drop();
    }

    /** Resets the connection and keeps listening. */
    void reset() throws IOException {
        listener.reset();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
