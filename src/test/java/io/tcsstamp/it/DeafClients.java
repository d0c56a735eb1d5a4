package io.tcsstamp.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of clients that ask for something and read nothing of it. */
final class DeafClients implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    /** Connects so many, each with a small receive buffer. */
    DeafClients(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
        }
    }

    /** Asks on each of them. */
    void ask(String request) throws IOException {
        for (Socket socket : sockets) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
