package io.tcsstamp.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A TCS EGSE to connect to: a TCP server that sends every client blocks of simulated values, or the
 * bytes of a recorded stream, without being asked. Thread-safe.
 */
public final class TcsSimulator implements AutoCloseable {
    private static final int CLOSE_MILLIS = 2_000;

    private final Feed feed;
    private final boolean closeAtEnd;
    private final ConnectionServer server;

    private TcsSimulator(Builder options, Feed feed) throws IOException {
        this.feed = feed;
        this.closeAtEnd = options.closeAtEnd;
        this.server =
                new ConnectionServer(
                        "TCS simulator",
                        options.host,
                        options.port,
                        (channel, peer) -> serve(channel));
    }

    /** Starts to describe a simulator. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** The address that is listened on, as {@code host:port}, the host in numbers. */
    public String address() {
        return server.address();
    }

    /** The number of clients connected now. */
    public int clients() {
        return server.connections();
    }

    /** Returns when this simulator was closed. */
    public void await() throws InterruptedException {
        server.await();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        server.close();
    }

    private void serve(SocketChannel channel) throws IOException, InterruptedException {
        feed.send(channel);
        Socket socket = channel.socket();
        if (closeAtEnd) {
            channel.shutdownOutput();
            socket.setSoTimeout(CLOSE_MILLIS);
        }
        // closing with bytes unread would reset the connection and take what is under way with it
        try {
            byte[] ignored = new byte[1024];
            while (socket.getInputStream().read(ignored) >= 0) {
                continue;
            }
        } catch (SocketTimeoutException e) {
            return;
        }
    }

    /** What a simulator shall do; every setting has a default. Not thread-safe. */
    public static final class Builder {
        private String host = InetAddress.getLoopbackAddress().getHostAddress();
        private int port;
        private long seed = 1;
        private Speed speed = Speed.REAL;
        private Path replay;
        private boolean loop;
        private boolean closeAtEnd;

        private Builder() {}

        /** The address to listen on; the loopback address unless set. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** The port to listen on, 0 to 65535; a free one (0) unless set. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Where the simulated noise starts: the same seed, the same values; 1 unless set. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** How fast blocks follow each other; one per second unless set. */
        public Builder speed(Speed value) {
            speed = value;
            return this;
        }

        /** A recorded stream to send instead of simulated values. */
        public Builder replay(Path value) {
            replay = value;
            return this;
        }

        /** Whether a recorded stream starts again when it ended. */
        public Builder loop(boolean value) {
            loop = value;
            return this;
        }

        /**
         * Whether the connection is closed when a recorded stream ended; otherwise it stays open
         * until the client leaves.
         */
        public Builder closeAtEnd(boolean value) {
            closeAtEnd = value;
            return this;
        }

        /**
         * Binds the port and starts to serve.
         *
         * @throws NoSuchFileException if there is no such recorded stream, or it cannot be read
         * @throws java.net.UnknownHostException if the host has no address
         * @throws java.net.BindException if the address cannot be bound
         */
        public TcsSimulator start() throws IOException {
            if (replay == null) {
                return new TcsSimulator(
                        this, new LiveFeed(new TcsPlant(seed, Instant.now()), speed));
            }
            if (!Files.isRegularFile(replay) || !Files.isReadable(replay)) {
                throw new NoSuchFileException(replay.toString());
            }
            return new TcsSimulator(this, new ReplayFeed(replay, speed, loop));
        }
    }
}
