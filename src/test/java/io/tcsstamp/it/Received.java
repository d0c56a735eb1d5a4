package io.tcsstamp.it;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What came over one connection, and when. Thread-safe. */
final class Received {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Long> arrivals = new ArrayList<>();
    private long lineEnds;
    private boolean ended;

    synchronized void append(byte[] buffer, int length) {
        arrivals.add(System.nanoTime());
        bytes.write(buffer, 0, length);
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lineEnds++;
            }
        }
    }

    synchronized void end() {
        ended = true;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    synchronized int size() {
        return bytes.size();
    }

    synchronized long lineEnds() {
        return lineEnds;
    }

    /** True when the peer closed the connection or it broke. */
    synchronized boolean ended() {
        return ended;
    }

    /** The moments of the reads that brought something, by {@link System#nanoTime}. */
    synchronized List<Long> arrivals() {
        return List.copyOf(arrivals);
    }
}
