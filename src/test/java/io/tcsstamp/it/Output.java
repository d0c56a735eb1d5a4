package io.tcsstamp.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Collects everything that a process writes to one of its streams. Thread-safe. */
public final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Output(String name, InputStream in) {
        reader = new Thread(() -> collect(in), name);
        reader.setDaemon(true);
        reader.start();
    }

    private void collect(InputStream in) {
        byte[] buffer = new byte[8192];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the process was destroyed: what came before counts
        }
    }

    /** Everything written so far, as UTF-8. */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The lines written so far, the last one also without its line end. */
    public List<String> lines() {
        return text().lines().toList();
    }

    /** The lines written so far that contain a text. */
    public List<String> lines(String text) {
        return lines().stream().filter(line -> line.contains(text)).toList();
    }

    /** Waits until the stream has ended, for a limited time. */
    void awaitEnd(Duration limit) throws InterruptedException {
        reader.join(limit.toMillis());
    }
}
