package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is measured: the bridge as it ships, without its spool, with one that survives a power
 * failure, and the yardsticks of the same run. Each runs in a process of its own.
 */
enum Contender {
    BRIDGE("bridge", true),
    NO_SPOOL("no spool", true),
    FULL_SPOOL("spool FULL", true),
    PLAIN_LOOP("plain loop", true),
    BYTE_COPY("byte copy", false);

    /**
     * What suits a small single-threaded program best, so that the yardsticks are not measured at
     * their worst.
     */
    private static final List<String> YARDSTICK_JVM = List.of("-XX:+UseSerialGC", "-Xmx128m");

    private final String title;
    private final boolean converts;

    Contender(String title, boolean converts) {
        this.title = title;
        this.converts = converts;
    }

    String title() {
        return title;
    }

    /** Whether STAMP lines come out; otherwise the bytes that went in. */
    boolean converts() {
        return converts;
    }

    /** Starts the process; the caller closes it. */
    ChildProcess start(BenchOptions options, Endpoints endpoints) throws IOException {
        Path log = options.work().resolve(title.replace(' ', '-') + ".log");
        String[] arguments = endpoints.arguments();
        return switch (this) {
            case BRIDGE -> bridge(options, log, Map.of(), arguments);
            case NO_SPOOL -> bridge(options, log, Map.of("SPOOL_ENABLED", "false"), arguments);
            case FULL_SPOOL -> bridge(options, log, Map.of("SPOOL_SYNCHRONOUS", "FULL"), arguments);
            case PLAIN_LOOP -> ChildProcess.ofClass(log, YARDSTICK_JVM, PlainLoop.class, arguments);
            case BYTE_COPY -> ChildProcess.ofClass(log, YARDSTICK_JVM, ByteCopy.class, arguments);
        };
    }

    /** Starts the bridge with a spool of its own. */
    static ChildProcess bridge(
            BenchOptions options, Path log, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(options.bridge().toString());
        command.addAll(List.of(arguments));
        command.add("-f");
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("CACHE_FOLDER", options.work().resolve("cache").toString());
        environment.put("QUARANTINE_FOLDER", options.work().resolve("quarantine").toString());
        // what a process before could not deliver would be more than what is compared
        Path spool = Files.createTempDirectory(options.work(), "spool");
        environment.put("SPOOL_FOLDER", spool.toString());
        // the source is silent while it makes a pass, which may take long on a busy machine
        environment.put("TCS_READ_TIMEOUT", "120");
        return ChildProcess.ofCommand("bridge", log, environment, command);
    }
}
