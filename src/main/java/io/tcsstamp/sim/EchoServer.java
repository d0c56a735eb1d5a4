package io.tcsstamp.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A STAMP to connect to: a TCP server that hands every line it receives to a sink and never
 * answers. Lines of several connections come one after another, each whole. Thread-safe.
 */
public final class EchoServer implements AutoCloseable {
    /** The longest line in bytes; of a longer one only this much is kept. */
    public static final int MAX_LINE = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EchoServer.class);
    private static final int BUFFER = 64 * 1024;

    private final LineSink sink;
    private final AtomicLong received = new AtomicLong();
    private final ConnectionServer server;

    private EchoServer(String host, int port, LineSink sink) throws IOException {
        this.sink = sink;
        this.server = new ConnectionServer("Echo server", host, port, this::serve);
    }

    /**
     * Binds the port and starts to receive.
     *
     * @param host the address to listen on
     * @param port 0 to 65535, 0 takes a free one
     * @param sink gets each line without its LF, from one thread at a time
     * @throws java.net.UnknownHostException if the host has no address
     * @throws java.net.BindException if the address cannot be bound
     */
    public static EchoServer start(String host, int port, LineSink sink) throws IOException {
        return new EchoServer(host, port, sink);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** The address that is listened on, as {@code host:port}, the host in numbers. */
    public String address() {
        return server.address();
    }

    /** The number of lines received since the start, over all connections. */
    public long received() {
        return received.get();
    }

    /** The number of clients connected now. */
    public int clients() {
        return server.connections();
    }

    /** Returns when this server was closed. */
    public void await() throws InterruptedException {
        server.await();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        server.close();
    }

    private void serve(SocketChannel channel, String peer) throws IOException {
        LineSplitter splitter =
                new LineSplitter(
                        MAX_LINE,
                        this::accept,
                        () -> LOG.warn("Echo server: {}: line cut at {} bytes", peer, MAX_LINE));
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                synchronized (sink) {
                    splitter.add(buffer.array(), buffer.position());
                    sink.flush();
                }
            }
        } finally {
            synchronized (sink) {
                if (splitter.end()) {
                    LOG.warn("Echo server: {}: the last line has no line feed", peer);
                    sink.flush();
                }
            }
        }
    }

    private void accept(String line) {
        received.incrementAndGet();
        sink.accept(line);
    }
}
