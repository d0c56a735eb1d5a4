package io.tcsstamp.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A TCS EGSE that serves one client and sends what it is told. */
final class ScriptedTcs implements AutoCloseable {
    private static final int LIMIT_MILLIS = 15_000;

    private final ServerSocket server;
    private Socket client;

    ScriptedTcs() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    /** One that speaks TLS. */
    ScriptedTcs(SSLContext context) throws IOException {
        this(context.getServerSocketFactory());
    }

    private ScriptedTcs(ServerSocketFactory factory) throws IOException {
        server = factory.createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LIMIT_MILLIS);
    }

    String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Waits for the client where it is not there yet. */
    void send(byte[] bytes) {
        try {
            if (client == null) {
                client = server.accept();
            }
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the TCS could not send", e);
        }
    }

    /** Ends the connection and takes no other. */
    void hangUp() throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        server.close();
    }
}
