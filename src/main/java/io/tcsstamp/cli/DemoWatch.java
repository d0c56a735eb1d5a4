package io.tcsstamp.cli;

import io.tcsstamp.console.Role;
import io.tcsstamp.console.UsersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The console and the metrics of the demo: on the usual ports where they are free, on this machine
 * only, with an account and a folder that go when the demo ends, by Ctrl-C too. Used by one thread.
 */
final class DemoWatch implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int CONSOLE_PORT = 9401;
    private static final int MANAGEMENT_PORT = 9402;

    private static final String USER = "demo";

    /** Characters that are not taken for each other; 12 of them are 60 random bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 12;

    /** More than a stop takes; a signal waits no longer for the folder to go. */
    private static final int SECONDS_TO_END = 20;

    private final Map<String, String> properties = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Path folder;

    /** Takes what there is to be taken; nothing is served yet. What cannot be had is left out. */
    DemoWatch(boolean console, boolean metrics) {
        attempt("Quarantine", this::quarantine);
        if (console) {
            attempt("Console", this::console);
        }
        if (metrics) {
            attempt("Metrics", this::metrics);
        }
    }

    private interface Part {
        void take() throws IOException;
    }

    private void attempt(String what, Part part) {
        try {
            part.take();
        } catch (IOException e) {
            lines.add(what + ": none, " + e.getMessage());
        }
    }

    /** The real one must neither get what the demo cannot read nor be replayed from its console. */
    private void quarantine() throws IOException {
        properties.put("quarantine.folder", folder().resolve("quarantine").toString());
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("tcs-stamp-demo");
            Runtime.getRuntime().addShutdownHook(new Thread(this::awaitClosed, "demo folder"));
        }
        return folder;
    }

    private void console() throws IOException {
        int port = freePort(CONSOLE_PORT);
        properties.put("console.enabled", "true");
        properties.put("console.host", HOST);
        properties.put("console.port", String.valueOf(port));
        properties.put("console.folder", folder().resolve("console").toString());
        String url = "http://" + HOST + ":" + port + "/hawtio";
        lines.add("Console: " + url);
        lines.add("   to operate: " + url + "/login as " + USER + " with " + account());
    }

    /** Makes the account of this run; returns its password. */
    private String account() throws IOException {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Path users = folder().resolve("users");
        UsersFile.none().with(USER, Role.ADMIN, password.toString().toCharArray()).write(users);
        properties.put("console.users", users.toString());
        return password.toString();
    }

    private void metrics() throws IOException {
        int port = freePort(MANAGEMENT_PORT);
        properties.put("metrics.enabled", "true");
        properties.put("management.host", HOST);
        properties.put("management.port", String.valueOf(port));
        String url = "http://" + HOST + ":" + port + "/observe/";
        lines.add("Metrics: " + url + "metrics   Health: " + url + "health");
    }

    /** The properties of a bridge that is watched so. */
    Map<String, String> properties() {
        return properties;
    }

    /** Where to look, for whoever runs the demo. */
    List<String> lines() {
        return lines;
    }

    /** The port where it is free, else any that is: the user is to see a page, not a number. */
    private static int freePort(int wanted) throws IOException {
        try {
            return bound(wanted);
        } catch (IOException e) {
            return bound(0);
        }
    }

    private static int bound(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket.getLocalPort();
        }
    }

    /** Removes the folder; to be called when the bridge has stopped. */
    @Override
    public void close() {
        try {
            if (folder != null) {
                delete(folder);
            }
        } finally {
            closed.countDown();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("tcs-stamp: cannot remove " + folder + ": " + e.getMessage());
        }
    }

    /** At a signal the JVM ends with its hooks, so one of them waits until the folder is gone. */
    private void awaitClosed() {
        try {
            closed.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
