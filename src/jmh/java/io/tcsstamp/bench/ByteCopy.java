package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * The upper yardstick: reads the TCS stream and writes the same bytes to STAMP. Arguments: {@code
 * --tcs HOST:PORT --stamp HOST:PORT}.
 */
final class ByteCopy {
    private static final int BUFFER = 1 << 16;

    private ByteCopy() {}

    public static void main(String[] args) throws IOException {
        Endpoints endpoints = Endpoints.parse(args);
        ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER);
        try (SocketChannel tcs = SocketChannel.open(endpoints.tcs());
                SocketChannel stamp = SocketChannel.open(endpoints.stamp())) {
            while (tcs.read(bytes.clear()) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    stamp.write(bytes);
                }
            }
        }
    }
}
