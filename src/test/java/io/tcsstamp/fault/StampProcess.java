package io.tcsstamp.fault;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A STAMP as a process of its own, to be killed: it accepts one connection, reads a number of bytes
 * at full speed, passes them on at once, and then reads no more. So what it has read is known when
 * it is killed, and the rest is in its kernel.
 */
final class StampProcess implements Closeable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Arrivals arrivals;
    private final long bytes;
    private final Thread reader;

    StampProcess(int port, int receiveBuffer, long bytes, Arrivals arrivals) throws IOException {
        this.arrivals = arrivals;
        this.bytes = bytes;
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StampProcess.class.getName(),
                                Integer.toString(port),
                                Integer.toString(receiveBuffer),
                                Long.toString(bytes))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        reader = new Thread(this::collect, "killed STAMP");
        reader.setDaemon(true);
        reader.start();
    }

    private void collect() {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                arrivals.append(buffer, n);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until it has read all that it was to read. */
    void awaitRead() {
        await("bytes at the STAMP that is to be killed")
                .atMost(LIMIT)
                .until(() -> arrivals.bytes() == bytes);
    }

    /** Kills it by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join(LIMIT.toMillis());
        arrivals.end("killed");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process: arguments are the port, the kernel's receive buffer or 0, the bytes to read. */
    public static void main(String[] arguments) throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            int receiveBuffer = Integer.parseInt(arguments[1]);
            if (receiveBuffer > 0) {
                server.setReceiveBufferSize(receiveBuffer);
            }
            server.bind(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
            try (Socket socket = server.accept()) {
                pass(socket.getInputStream(), System.out, Long.parseLong(arguments[2]));
                // until it is killed, or orphaned and its test gone
                TimeUnit.MINUTES.sleep(10);
            }
        }
    }

    private static void pass(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long rest = bytes; rest > 0; ) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (n < 0) {
                break;
            }
            out.write(buffer, 0, n);
            out.flush();
            rest -= n;
        }
    }
}
