package io.tcsstamp.sim;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads blocks from a simulator; every read has a time limit. */
final class TcsClient implements AutoCloseable {
    final Socket socket;
    final InputStream in;

    TcsClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The next block without its ETX. */
    String block() throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int b = in.read(); b != Feed.ETX; b = in.read()) {
            if (b < 0) {
                throw new EOFException("after " + block);
            }
            block.write(b);
        }
        return block.toString(StandardCharsets.ISO_8859_1);
    }

    /** The next block as values by name. */
    Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : block().split("\r\n")) {
            String[] fields = line.split("\t");
            values.put(fields[1], fields[2]);
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
