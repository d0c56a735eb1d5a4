package io.tcsstamp.it;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TCP server on the loopback address that can go down and come up again on the same port.
 * Thread-safe.
 *
 * <p>Its port lies below the range that systems use for outgoing connections: a client that keeps
 * trying a port of that range while nobody listens there can be given this very port as its own and
 * then connects to itself.
 */
public final class Listener implements Closeable {
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;
    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();
    private static final int ATTEMPTS = 100;
    private static final long JOIN_MILLIS = 5000;

    private final int receiveBuffer;
    private final Consumer<Socket> onAccept;
    private final List<Socket> open = new ArrayList<>();
    private ServerSocketFactory sockets = ServerSocketFactory.getDefault();
    private boolean wantsCertificate;
    private int port;
    private ServerSocket server;
    private Thread acceptor;
    private int accepted;

    /**
     * Makes a server that neither has a port nor listens before {@link #start} or {@link #reserve}.
     *
     * @param receiveBuffer the size of the kernel's receive buffer in bytes, 0 for the system's
     *     default
     * @param onAccept called with every new connection, by the accepting thread
     */
    public Listener(int receiveBuffer, Consumer<Socket> onAccept) {
        this.receiveBuffer = receiveBuffer;
        this.onAccept = onAccept;
    }

    /** Speaks TLS from the next start on. */
    synchronized void secure(SSLContext context, boolean demandsCertificate) {
        sockets = context.getServerSocketFactory();
        wantsCertificate = demandsCertificate;
    }

    private static void handshake(SSLSocket socket) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                socket.startHandshake();
                            } catch (IOException e) {
                                // what the client makes of it is what is tested
                            }
                        },
                        "handshake");
        thread.setDaemon(true);
        thread.start();
    }

    public synchronized int port() {
        return port;
    }

    /** Picks a free port without listening on it. */
    public synchronized void reserve() throws IOException {
        bindToFreePort().close();
    }

    /** Listens on its port; picks a free one where it has none yet. */
    synchronized void start() throws IOException {
        ServerSocket fresh = port == 0 ? bindToFreePort() : bindAgain();
        server = fresh;
        acceptor = new Thread(() -> acceptAll(fresh), "accept on " + port);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The kernel may hold the port a moment longer for the server that was here before. */
    private ServerSocket bindAgain() {
        return await().atMost(Duration.ofSeconds(5))
                .pollInSameThread()
                .ignoreException(BindException.class)
                .until(() -> bind(port), Objects::nonNull);
    }

    private ServerSocket bindToFreePort() throws IOException {
        IOException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            // a server that is down keeps its port for when it comes up again
            if (!TAKEN.add(candidate)) {
                continue;
            }
            try {
                ServerSocket bound = bind(candidate);
                port = candidate;
                return bound;
            } catch (BindException e) {
                last = e;
            }
        }
        throw last == null ? new BindException("no free port found") : last;
    }

    private ServerSocket bind(int where) throws IOException {
        ServerSocket fresh = sockets.createServerSocket();
        try {
            if (fresh instanceof SSLServerSocket secure) {
                secure.setNeedClientAuth(wantsCertificate);
            }
            if (receiveBuffer > 0) {
                fresh.setReceiveBufferSize(receiveBuffer);
            }
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private void acceptAll(ServerSocket from) {
        try {
            while (true) {
                Socket socket = from.accept();
                socket.setTcpNoDelay(true);
                register(from, socket);
                if (socket instanceof SSLSocket secure) {
                    handshake(secure);
                }
                onAccept.accept(socket);
            }
        } catch (IOException e) {
            // closed by stop()
        }
    }

    private synchronized void register(ServerSocket from, Socket socket) throws IOException {
        if (from != server) {
            socket.close();
            return;
        }
        accepted++;
        open.add(socket);
    }

    /** How many connections were accepted since the beginning. */
    synchronized int accepted() {
        return accepted;
    }

    /** Goes down: closes the listening socket and every connection; the port is free afterwards. */
    void stop() throws IOException {
        Thread last;
        synchronized (this) {
            if (server != null) {
                server.close();
                server = null;
            }
            last = acceptor;
            drop();
        }
        // the kernel keeps the port as long as a thread is still inside accept()
        join(last);
    }

    private static void join(Thread thread) {
        try {
            if (thread != null) {
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes every connection in the orderly way and keeps listening. */
    synchronized void drop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Closes every connection by a reset and keeps listening. */
    synchronized void reset() throws IOException {
        for (Socket socket : open) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        }
        drop();
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
