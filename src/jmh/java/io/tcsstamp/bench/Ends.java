package io.tcsstamp.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A TCS EGSE and a STAMP that listen in this process, for the parts that need no speed. Waits at
 * most half a minute. One thread uses it.
 */
final class Ends implements AutoCloseable {
    private static final int LIMIT_MS = 30_000;

    private final ServerSocket tcs = listen();
    private final ServerSocket stamp = listen();
    private Socket tcsPeer;
    private Socket stampPeer;

    Ends() throws IOException {}

    Endpoints endpoints() {
        return Endpoints.ofPorts(tcs.getLocalPort(), stamp.getLocalPort());
    }

    /** Sends to the bridge, after waiting for its connection the first time. */
    void send(byte[] block) throws IOException {
        if (tcsPeer == null) {
            tcsPeer = accept(tcs);
        }
        tcsPeer.getOutputStream().write(block);
    }

    /** Reads so many bytes of what the bridge delivers. */
    byte[] receive(int count) throws IOException {
        byte[] bytes = stampPeer().getInputStream().readNBytes(count);
        if (bytes.length < count) {
            throw new BenchException(
                    "STAMP's connection ended after %d of %d bytes".formatted(bytes.length, count));
        }
        return bytes;
    }

    private Socket stampPeer() throws IOException {
        if (stampPeer == null) {
            stampPeer = accept(stamp);
        }
        return stampPeer;
    }

    @Override
    public void close() throws IOException {
        tcs.close();
        stamp.close();
        if (tcsPeer != null) {
            tcsPeer.close();
        }
        if (stampPeer != null) {
            stampPeer.close();
        }
    }

    private static ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LIMIT_MS);
        return server;
    }

    private static Socket accept(ServerSocket server) throws IOException {
        Socket peer = server.accept();
        peer.setTcpNoDelay(true);
        peer.setSoTimeout(LIMIT_MS);
        return peer;
    }
}
