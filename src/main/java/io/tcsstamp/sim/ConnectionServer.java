package io.tcsstamp.sim;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts TCP connections and serves each in a thread of its own with blocking input and output, so
 * that a peer which stops reading holds up nobody else. Thread-safe.
 */
final class ConnectionServer implements AutoCloseable {
    /** More connections than this at once are refused. */
    static final int MAX_CONNECTIONS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionServer.class);
    private static final long STOP_MILLIS = 5_000;
    private static final long ACCEPT_RETRY_MILLIS = 200;

    /** What is done with one connection; the connection is closed when this returns or throws. */
    @FunctionalInterface
    interface Handler {
        /**
         * Serves one connection.
         *
         * @param peer the peer's address, as {@code host:port}
         */
        void serve(SocketChannel channel, String peer) throws IOException, InterruptedException;
    }

    private final String name;
    private final Handler handler;
    private final ServerSocketChannel server;
    private final InetSocketAddress local;
    private final Thread acceptor;
    private final Map<SocketChannel, Thread> connections = new HashMap<>();
    private boolean closed;

    /**
     * Binds the port and starts to accept.
     *
     * @param name who logs, for example {@code TCS simulator}
     * @param port 0 to 65535, 0 takes a free one
     * @throws java.net.UnknownHostException if the host has no address
     * @throws SocketException if the address cannot be bound; the message names it
     */
    ConnectionServer(String name, String host, int port, Handler handler) throws IOException {
        this.name = name;
        this.handler = handler;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        this.server = ServerSocketChannel.open();
        try {
            server.bind(address);
            this.local = (InetSocketAddress) server.getLocalAddress();
        } catch (SocketException e) {
            server.close();
            BindException named = new BindException(text(address) + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        }
        this.acceptor = new Thread(this::accept, name + " accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The port that is listened on. */
    int port() {
        return local.getPort();
    }

    /** The address that is listened on, as {@code host:port}. */
    String address() {
        return text(local);
    }

    /** The number of connections being served. */
    int connections() {
        synchronized (connections) {
            return connections.size();
        }
    }

    /** Returns when this server was closed. */
    void await() throws InterruptedException {
        acceptor.join();
    }

    /** Stops listening, ends every connection and waits for its thread, for at most 5 s. */
    @Override
    public void close() {
        List<Thread> threads;
        synchronized (connections) {
            closed = true;
            threads = new ArrayList<>(connections.values());
        }
        threads.add(acceptor);
        // an interrupt also closes the channel on which the thread is blocked
        threads.forEach(Thread::interrupt);
        closeQuietly(server);
        long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
        try {
            for (Thread thread : threads) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (thread != Thread.currentThread() && left > 0) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                start(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | OutOfMemoryError e) {
                // no file descriptor or thread left: those that are connected are still served
                LOG.warn("{} cannot accept a connection: {}", name, e.getMessage());
                pause();
            }
        }
    }

    private void start(SocketChannel channel) throws IOException {
        String peer = text(channel.getRemoteAddress());
        Thread thread = new Thread(() -> run(channel, peer), name + " " + peer);
        thread.setDaemon(true);
        boolean full;
        synchronized (connections) {
            full = closed || connections.size() >= MAX_CONNECTIONS;
            if (!full) {
                connections.put(channel, thread);
            }
        }
        if (full) {
            LOG.warn("{}: {} refused: {} connections", name, peer, MAX_CONNECTIONS);
            closeQuietly(channel);
            return;
        }
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            end(channel);
            throw e;
        }
    }

    private void run(SocketChannel channel, String peer) {
        LOG.info("{}: {} connected", name, peer);
        String reason = "";
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            handler.serve(channel, peer);
        } catch (ClosedChannelException | InterruptedException e) {
            reason = " (stopped here)";
        } catch (IOException e) {
            reason = " (" + e.getMessage() + ")";
        } catch (RuntimeException e) {
            LOG.error("{}: {} dropped by an internal error", name, peer, e);
        } finally {
            end(channel);
            LOG.info("{}: {} disconnected{}", name, peer, reason);
        }
    }

    private void end(SocketChannel channel) {
        synchronized (connections) {
            connections.remove(channel);
        }
        closeQuietly(channel);
    }

    private static void pause() {
        try {
            Thread.sleep(ACCEPT_RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the next accept sees it and ends
        }
    }

    private static void closeQuietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.debug("close", e);
        }
    }

    /** An address as {@code host:port}, the host in numbers, IPv6 in brackets. */
    private static String text(SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
            String host = inet.getAddress().getHostAddress();
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + inet.getPort();
        }
        return String.valueOf(address);
    }
}
