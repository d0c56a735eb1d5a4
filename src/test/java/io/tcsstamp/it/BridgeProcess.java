package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of the program as a user starts it, in a folder of its own. Closing it ends the process
 * and all its descendants by force. Thread-safe.
 */
public final class BridgeProcess implements AutoCloseable {
    /** How long the program may take to stop after SIGTERM. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private static final Duration LOG_LIMIT = Duration.ofSeconds(20);

    private final List<String> command;
    private final Process process;
    private final Output stdout;
    private final Output stderr;

    private BridgeProcess(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.stdout = new Output("stdout of " + process.pid(), process.getInputStream());
        this.stderr = new Output("stderr of " + process.pid(), process.getErrorStream());
    }

    /** Starts the launcher of the project in {@code folder}. */
    static BridgeProcess start(Path folder, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Folders.project().resolve("tcs-stamp").toString());
        command.addAll(Arrays.asList(options));
        return startCommand(folder, environment, command);
    }

    /** Starts any command with the surroundings that {@link #start} gives to the launcher. */
    static BridgeProcess startCommand(
            Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        // the caller's own settings must not reach the program under test
        variables
                .keySet()
                .removeIf(
                        name ->
                                name.matches(
                                        "(TCS|PACKET|STAMP|SPOOL|CAMEL|JAVA|CONSOLE|METRICS|MANAGEMENT)_.*|_JAVA_OPTIONS"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("CACHE_FOLDER", ClassArchive.folder().toString());
        variables.put("SPOOL_FOLDER", folder.resolve("spool").toString());
        variables.put("QUARANTINE_FOLDER", folder.resolve("quarantine").toString());
        variables.putAll(environment);
        return new BridgeProcess(List.copyOf(command), builder.start());
    }

    public Output stdout() {
        return stdout;
    }

    public Output stderr() {
        return stderr;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until a line of the log contains all the given texts, and returns the first such line.
     */
    public String awaitLog(String... texts) {
        return await("a log line with " + Arrays.toString(texts))
                .atMost(LOG_LIMIT)
                .until(() -> logLine(texts), line -> !line.isEmpty());
    }

    private String logLine(String... texts) {
        return stderr.lines().stream()
                .filter(line -> Arrays.stream(texts).allMatch(line::contains))
                .findFirst()
                .orElse("");
    }

    /** Waits for the end of the program without asking for it; returns its exit code. */
    public int awaitExit(Duration limit) throws InterruptedException {
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ended).as("%s ends within %s", command, limit).isTrue();
        stdout.awaitEnd(LOG_LIMIT);
        stderr.awaitEnd(LOG_LIMIT);
        return process.exitValue();
    }

    /** Sends SIGTERM and waits for the end, {@link #STOP_LIMIT} at most; returns the exit code. */
    public int terminate() throws InterruptedException {
        // not Process.destroy(), which also closes our ends of the pipes: the last words count
        process.toHandle().destroy();
        return awaitExit(STOP_LIMIT);
    }

    /** Sends a signal by its name, such as STOP and CONT. */
    void signal(String name) throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        Process kill = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start();
        assertThat(kill.waitFor()).as("kill -%s %s", name, pid).isZero();
    }

    /** The processes of this run: the launcher itself or what it started. */
    public Stream<ProcessHandle> handles() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The command and all that it wrote, for the report of a failed test. */
    public String report() {
        String state = process.isAlive() ? "running" : "exit code " + process.exitValue();
        return "%s%n(%s)%n-- stderr%n%s%n-- stdout (%d characters)%n%s%n"
                .formatted(
                        String.join(" ", command),
                        state,
                        shorten(stderr.text()),
                        stdout.text().length(),
                        shorten(stdout.text()));
    }

    private static String shorten(String text) {
        int limit = 20_000;
        return text.length() <= limit ? text : text.substring(0, limit) + "... (cut)";
    }

    @Override
    public void close() {
        List<ProcessHandle> all = handles().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
