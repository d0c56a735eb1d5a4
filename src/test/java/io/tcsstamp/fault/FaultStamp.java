package io.tcsstamp.fault;

import io.tcsstamp.fault.FaultPlan.Ending;
import io.tcsstamp.it.Listener;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A STAMP that is itself the end that fails: it serves one connection after the other, each by a
 * plan, and after the last plan reads all. What it has read counts as arrived. Thread-safe.
 */
final class FaultStamp implements Closeable {
    private static final int BIND_ATTEMPTS = 500;

    private final LineLedger ledger;
    private final int receiveBuffer;
    private final int port;
    private final List<Arrivals> connections = new CopyOnWriteArrayList<>();
    private volatile Iterator<FaultPlan> plans = Collections.emptyIterator();
    private volatile Runnable onPlan;
    private volatile Service current;
    private volatile int notAccepted;
    private volatile boolean done = true;
    private volatile boolean closed;
    private volatile boolean closing;
    private ServerSocketChannel server;
    private Selector selector;
    private Thread thread;

    /**
     * A STAMP with a port, which does not listen yet.
     *
     * @param receiveBuffer of the kernel in bytes, 0 for the system's default; what can be on its
     *     way to it depends on that
     */
    FaultStamp(LineLedger ledger, int receiveBuffer) throws IOException {
        this.ledger = ledger;
        this.receiveBuffer = receiveBuffer;
        Listener place = new Listener(0, socket -> {});
        place.reserve();
        port = place.port();
    }

    int port() {
        return port;
    }

    String endpoint() {
        return "127.0.0.1:" + port;
    }

    /** Listens, at first or again, and serves the next connections by these plans. */
    void start(Iterator<FaultPlan> next) throws IOException {
        start(next, () -> {});
    }

    /** The same, and says when it begins with a plan. */
    synchronized void start(Iterator<FaultPlan> next, Runnable begins) throws IOException {
        plans = next;
        onPlan = begins;
        done = !next.hasNext();
        closed = false;
        bind();
        thread = new Thread(this::serveAll, "STAMP on " + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Listens and reads all. */
    void start() throws IOException {
        start(Collections.emptyIterator());
    }

    private void bind() throws IOException {
        for (int attempt = 1; ; attempt++) {
            server = ServerSocketChannel.open();
            try {
                if (receiveBuffer > 0) {
                    server.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
                }
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                server.configureBlocking(false);
                selector = Selector.open();
                server.register(selector, SelectionKey.OP_ACCEPT);
                return;
            } catch (BindException e) {
                // the kernel may hold the port a moment longer for the server that was here before
                server.close();
                if (attempt == BIND_ATTEMPTS) {
                    throw e;
                }
                pause(10);
            }
        }
    }

    private void unbind() throws IOException {
        server.close();
        // a registered channel is closed by its selector
        selector.close();
    }

    private void serveAll() {
        try {
            while (!closed) {
                selector.select();
                if (!closed) {
                    serveNext();
                }
            }
        } catch (ClosedSelectorException e) {
            // by stop()
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serveNext() throws IOException {
        FaultPlan plan = FaultPlan.PATIENT;
        if (plans.hasNext()) {
            plan = plans.next();
            onPlan.run();
        }
        pause(plan.acceptMillis());
        if (plan.ending() == Ending.NOT_ACCEPTED) {
            unbind();
            notAccepted++;
            synchronized (this) {
                if (!closed) {
                    bind();
                }
            }
        } else {
            selector.selectedKeys().clear();
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(true);
                Arrivals arrivals = new Arrivals(ledger);
                connections.add(arrivals);
                current = new Service(channel.socket(), plan, arrivals, () -> closing);
                current.run();
                closing = closing && plan != FaultPlan.PATIENT;
            }
        }
        done = done || !plans.hasNext();
    }

    /** True when the last plan was carried out. */
    boolean plansDone() {
        return done;
    }

    /** What came, per connection that was accepted. */
    List<Arrivals> connections() {
        return List.copyOf(connections);
    }

    /** True while a connection is served. */
    boolean isConnected() {
        List<Arrivals> all = connections();
        return !all.isEmpty() && all.get(all.size() - 1).isOpen();
    }

    /** How many times it went down with a connection that it had not accepted. */
    int notAccepted() {
        return notAccepted;
    }

    /**
     * After the last plan: closes a connection in the orderly way when it has brought the latest
     * line or nothing at all, and keeps listening.
     */
    void closeAfterReading() {
        closing = true;
    }

    /** True until that is done. */
    boolean isClosing() {
        return closing;
    }

    /** Goes down: closes the connection as it is, and refuses new ones. */
    void stop() throws IOException {
        Thread last;
        synchronized (this) {
            if (thread == null) {
                return;
            }
            closed = true;
            unbind();
            last = thread;
            thread = null;
        }
        if (current != null) {
            current.closeNow();
        }
        try {
            last.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
