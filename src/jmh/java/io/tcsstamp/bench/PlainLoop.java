package io.tcsstamp.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The nearer yardstick: a bridge in plain Java without Camel, one thread, blocking sockets: read,
 * convert all complete blocks, write once. Arguments: {@code --tcs HOST:PORT --stamp HOST:PORT}.
 */
final class PlainLoop {
    private static final byte ETX = 3;

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private final StringBuilder lines = new StringBuilder();

    private PlainLoop() {}

    public static void main(String[] args) throws IOException {
        Endpoints endpoints = Endpoints.parse(args);
        try (Socket tcs = new Socket(endpoints.tcs().getAddress(), endpoints.tcs().getPort());
                Socket stamp =
                        new Socket(endpoints.stamp().getAddress(), endpoints.stamp().getPort())) {
            stamp.setTcpNoDelay(true);
            new PlainLoop().run(tcs.getInputStream(), stamp.getOutputStream());
        }
    }

    private void run(InputStream in, OutputStream out) throws IOException {
        for (int count = 0; count >= 0; count = in.read(bytes, length, bytes.length - length)) {
            length += count;
            convert();
            if (!lines.isEmpty()) {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                lines.setLength(0);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
        }
    }

    private void convert() {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ETX) {
                PlainCodec.format(PlainCodec.parse(bytes, start, i), lines);
                start = i + 1;
            }
        }
        System.arraycopy(bytes, start, bytes, 0, length - start);
        length -= start;
    }
}
