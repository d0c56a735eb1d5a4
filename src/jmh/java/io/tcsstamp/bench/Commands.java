package io.tcsstamp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The other end of {@link ChildProcess}: the commands that a child reads from its standard input,
 * one a line. When the input ends, the process that gave them is gone, so this one ends too:
 * nothing is left behind.
 */
final class Commands {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    /**
     * Starts to read.
     *
     * @param atAbort done, from another thread, when the command {@code abort} comes: has to end
     *     whatever the child waits for
     */
    Commands(Runnable atAbort) {
        Thread reader = new Thread(() -> read(atAbort), "commands");
        reader.setDaemon(true);
        reader.start();
    }

    String next() throws InterruptedException {
        return queue.take();
    }

    static void answer(String keyword, Object... details) {
        StringBuilder line = new StringBuilder(keyword);
        for (Object detail : details) {
            line.append(' ').append(detail);
        }
        System.out.println(line);
        System.out.flush();
    }

    private void read(Runnable atAbort) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("abort")) {
                    atAbort.run();
                } else {
                    queue.add(line);
                }
            }
        } catch (IOException e) {
            System.err.println("commands: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
