package io.tcsstamp.fault;

import static org.awaitility.Awaitility.await;

import io.tcsstamp.it.Listener;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A TCS EGSE that sends numbered lines, as fast as they are taken or at a rate, and knows how many
 * bytes the kernel has taken of it. To a client that connects anew it sends on from the next block:
 * what was on its way is gone, as with the real one. Thread-safe.
 */
final class NumberedTcs implements Closeable {
    private static final int MOST_BLOCKS_AT_ONCE = 64;
    private static final int IDLE_MILLIS = 20;
    private static final byte[] EMPTY_BLOCK = {3};
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Thread thread;
    private SocketChannel client;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long next;
    private long target;
    private double rate;
    private long paceStart;
    private long paceBlock;
    private long lastWrite = System.nanoTime();
    private boolean dropping;
    private int connections;
    private long connectionBlock;
    private long connectionBytes;

    /** Where a connection began, and how much of it the kernel has taken. */
    record Progress(long firstBlock, long bytes, int clientPort) {}

    /** Listens on a free port of the loopback address and has nothing to send yet. */
    NumberedTcs() throws IOException {
        Listener place = new Listener(0, socket -> {});
        place.reserve();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()));
        server.configureBlocking(false);
        selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::run, "TCS on " + place.port());
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.socket().getLocalPort();
    }

    String endpoint() {
        return "127.0.0.1:" + port();
    }

    /** Sends so many more blocks, as fast as they are taken. */
    void feed(long blocks) {
        feed(blocks, 0);
    }

    /** Sends so many more blocks, so many a second; 0 for as fast as they are taken. */
    synchronized void feed(long blocks, double blocksPerSecond) {
        target += blocks;
        rate = blocksPerSecond;
        paceStart = System.nanoTime();
        paceBlock = next;
        selector.wakeup();
    }

    /** Sends no more than what the kernel has taken, up to the end of that block. */
    synchronized void halt() {
        target = next;
    }

    /** The number of the last line that was made; the kernel may not have taken it yet. */
    synchronized long lines() {
        return next * NumberedLines.PER_BLOCK;
    }

    /** The number of the last line that it was told to send so far. */
    synchronized long toldLines() {
        return target * NumberedLines.PER_BLOCK;
    }

    /** True when the kernel has taken all there was to send. */
    synchronized boolean isFed() {
        return next == target && !chunk.hasRemaining();
    }

    /** Waits until the kernel has taken all. */
    void awaitFed(Duration limit) {
        await("all blocks taken from the TCS").atMost(limit).until(this::isFed);
    }

    synchronized boolean isConnected() {
        return client != null;
    }

    /** How many clients have connected so far. */
    synchronized int connections() {
        return connections;
    }

    /** Closes the connection at the end of the block that is on its way, and keeps listening. */
    synchronized void drop() {
        dropping = client != null;
        selector.wakeup();
    }

    /** What the kernel has taken over the connection that is there or was there last. */
    synchronized Progress progress() {
        try {
            int port = ((InetSocketAddress) client.getRemoteAddress()).getPort();
            return new Progress(connectionBlock, connectionBytes, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        try {
            while (server.isOpen()) {
                selector.select(work() ? 1 : IDLE_MILLIS);
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException e) {
            // by close()
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where there is more to do than to wait for the other end. */
    private synchronized boolean work() throws IOException {
        if (!server.isOpen()) {
            return false;
        }
        accept();
        if (client == null) {
            return false;
        }
        try {
            if (client.read(ByteBuffer.allocate(16)) < 0) {
                lose();
                return false;
            }
            return write();
        } catch (IOException e) {
            lose();
            return false;
        }
    }

    private void accept() throws IOException {
        SocketChannel fresh = server.accept();
        if (fresh == null) {
            return;
        }
        if (client != null) {
            lose();
        }
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.register(selector, SelectionKey.OP_READ);
        client = fresh;
        chunk = ByteBuffer.allocate(0);
        connections++;
        connectionBlock = next;
        connectionBytes = 0;
    }

    private boolean write() throws IOException {
        client.keyFor(selector).interestOps(SelectionKey.OP_READ);
        for (int round = 0; round < 16; round++) {
            if (!chunk.hasRemaining() && !fill()) {
                return rate > 0 && next < target;
            }
            int n = client.write(chunk);
            connectionBytes += chunk.array() == EMPTY_BLOCK ? 0 : n;
            if (n > 0) {
                lastWrite = System.nanoTime();
            }
            if (chunk.hasRemaining()) {
                client.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return false;
            }
        }
        selector.wakeup();
        return true;
    }

    private boolean fill() throws IOException {
        if (dropping) {
            dropping = false;
            lose();
            return false;
        }
        long count = Math.min(MOST_BLOCKS_AT_ONCE, target - next);
        if (rate > 0) {
            double due = (System.nanoTime() - paceStart) / 1e9 * rate - (next - paceBlock);
            count = Math.min(count, (long) Math.max(0, due));
        }
        if (count > 0) {
            chunk = ByteBuffer.wrap(NumberedLines.blocks(next, next + count));
            next += count;
            return true;
        }
        if (System.nanoTime() - lastWrite > HEARTBEAT_NANOS) {
            chunk = ByteBuffer.wrap(EMPTY_BLOCK);
            return true;
        }
        return false;
    }

    /** A block of which anything was taken is not sent again; those behind it are. */
    private void lose() throws IOException {
        client.close();
        client = null;
        dropping = false;
        if (chunk.hasRemaining()) {
            next = connectionBlock + blocksIn(connectionBlock, connectionBytes, true);
        }
        chunk = ByteBuffer.allocate(0);
    }

    /**
     * How many blocks from a first one are in so many bytes.
     *
     * @param begun whether one counts of which only a part is in them
     */
    static long blocksIn(long first, long bytes, boolean begun) {
        long rest = bytes;
        long block = first;
        while (rest > 0) {
            int size = NumberedLines.block(block).length;
            if (rest < size && !begun) {
                break;
            }
            rest -= size;
            block++;
        }
        return block - first;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            server.close();
            if (client != null) {
                client.close();
            }
        }
        selector.close();
    }
}
