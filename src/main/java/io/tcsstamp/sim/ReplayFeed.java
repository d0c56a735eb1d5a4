package io.tcsstamp.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Sends a recorded stream byte for byte, each client from its start, in constant memory. Only the
 * pace knows of blocks: one ends behind its ETX, the last one at the end of the file.
 */
final class ReplayFeed implements Feed {
    private static final int BUFFER = 64 * 1024;
    private static final long TRANSFER = 1024 * 1024;

    private final Path file;
    private final Speed speed;
    private final boolean loop;

    ReplayFeed(Path file, Speed speed, boolean loop) {
        this.file = file;
        this.speed = speed;
        this.loop = loop;
    }

    @Override
    public void send(SocketChannel client) throws IOException, InterruptedException {
        Speed.Ticker ticker = speed.start();
        try (FileChannel recorded = FileChannel.open(file)) {
            boolean first = true;
            boolean again;
            do {
                recorded.position(0);
                long sent =
                        speed.unlimited()
                                ? copy(recorded, client)
                                : pace(recorded, client, ticker, first);
                first = false;
                again = loop && sent > 0; // an empty file would be looped over for ever
            } while (again);
        }
    }

    private static long copy(FileChannel recorded, SocketChannel client) throws IOException {
        long position = 0;
        long sent;
        while ((sent = recorded.transferTo(position, TRANSFER, client)) > 0) {
            position += sent;
        }
        return position;
    }

    private static long pace(
            FileChannel recorded, SocketChannel client, Speed.Ticker ticker, boolean first)
            throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        boolean wait = !first;
        long sent = 0;
        while (recorded.read(buffer.clear()) > 0) {
            int end = buffer.flip().limit();
            while (buffer.position() < end) {
                if (wait) {
                    ticker.await();
                }
                int blockEnd = blockEnd(buffer, end);
                wait = buffer.get(blockEnd - 1) == ETX;
                sent += blockEnd - buffer.position();
                buffer.limit(blockEnd);
                while (buffer.hasRemaining()) {
                    client.write(buffer);
                }
                buffer.limit(end);
            }
        }
        return sent;
    }

    /** The index behind the next ETX, or the end of what was read. */
    private static int blockEnd(ByteBuffer buffer, int end) {
        for (int i = buffer.position(); i < end; i++) {
            if (buffer.get(i) == ETX) {
                return i + 1;
            }
        }
        return end;
    }
}
