package io.tcsstamp.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Sends the plant's values: first all of them, then, block by block, those that changed since this
 * client's last block. A client that reads slowly gets fewer blocks, never older ones.
 */
final class LiveFeed implements Feed {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** The part of a block's period over which its records' times are spread. */
    private static final double SPREAD = 0.1;

    private final TcsPlant plant;
    private final List<String> names;
    private final Speed speed;
    private final long start = System.nanoTime();

    LiveFeed(TcsPlant plant, Speed speed) {
        this.plant = plant;
        this.names = plant.names();
        this.speed = speed;
    }

    @Override
    public void send(SocketChannel client) throws IOException, InterruptedException {
        Speed.Ticker ticker = speed.start();
        TcsPlant.State state = speed.unlimited() ? plant.next() : plant.at(now());
        String[] sent = new String[state.values().length];
        while (true) {
            ByteBuffer block = block(state.values(), sent);
            while (block.hasRemaining()) {
                client.write(block);
            }
            sent = state.values();
            ticker.await();
            // one further at least, so that a timer that woke early does not give an empty block
            state =
                    speed.unlimited()
                            ? plant.next()
                            : plant.at(Math.max(now(), state.second() + 1));
        }
    }

    /** The simulated seconds since the start. */
    private long now() {
        return (long) ((System.nanoTime() - start) / 1e9 * speed.factor());
    }

    private ByteBuffer block(String[] values, String[] sent) {
        StringBuilder text = new StringBuilder(4096);
        Instant time = Instant.now();
        long spacing = (long) (speed.periodNanos() * SPREAD / values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i].equals(sent[i])) {
                continue;
            }
            if (text.length() > 0) {
                text.append("\r\n");
            }
            TIME.formatTo(time.plusNanos(i * spacing), text);
            text.append('\t').append(names.get(i)).append('\t').append(values[i]);
        }
        text.append((char) ETX);
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
