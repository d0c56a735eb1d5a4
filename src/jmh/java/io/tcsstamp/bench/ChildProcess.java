package io.tcsstamp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of the benchmark: told what to do by lines on its standard input, answers by lines on
 * its standard output, logs to a file. Closing it ends it and everything it started; so does the
 * end of the benchmark. One thread uses it.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(5);
    private static final String END = "";
    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ChildProcess::kill)));
    }

    private final String name;
    private final Path log;
    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readAnswers, name + " answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a class of the benchmark with the class path of this process. */
    static ChildProcess ofClass(Path log, List<String> jvmOptions, Class<?> main, String... args)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return ofCommand(main.getSimpleName(), log, Map.of(), command);
    }

    /**
     * Starts a command; both its outputs go to the log as well as, for the standard output, to
     * {@link #await}.
     */
    static ChildProcess ofCommand(
            String name, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        ChildProcess child = new ChildProcess(name, log, builder.start());
        RUNNING.add(child);
        return child;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * The processor time that it and what it started have used until now, in nanoseconds; 0 where
     * the system does not tell.
     */
    long cpuNanos() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    void tell(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new BenchException(
                    name + " does not take commands any more: " + e.getMessage() + logTail());
        }
    }

    /**
     * Waits for an answer.
     *
     * @return what follows the keyword, split at blanks
     * @throws BenchException when something else comes, or nothing within the limit
     */
    String[] await(String keyword, Duration limit) throws InterruptedException {
        return await(keyword, limit, () -> {});
    }

    /**
     * The same, but gives the process a last chance to say what is wrong: {@code atTimeout} asks
     * for it.
     */
    String[] await(String keyword, Duration limit, Runnable atTimeout) throws InterruptedException {
        String answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            atTimeout.run();
            answer = answers.poll(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (answer == null) {
            throw new BenchException(
                    "%s: no '%s' within %d s%s"
                            .formatted(name, keyword, limit.toSeconds(), logTail()));
        }
        if (answer.equals(END)) {
            throw new BenchException(
                    "%s ended instead of '%s'%s".formatted(name, keyword, logTail()));
        }
        if (!answer.equals(keyword) && !answer.startsWith(keyword + " ")) {
            throw new BenchException("%s: %s%s".formatted(name, answer, logTail()));
        }
        return answer.substring(keyword.length()).strip().split(" ");
    }

    /** Says what went wrong with this process, in what state it is and what it wrote last. */
    BenchException failure(Exception cause) {
        String reason = cause instanceof IOException ? cause.toString() : cause.getMessage();
        String state =
                process.isAlive() ? "it runs" : "it ended with exit code " + process.exitValue();
        return new BenchException("%s: %s (%s)%s".formatted(name, reason, state, logTail()));
    }

    /** Fails when the process has ended. */
    void requireRunning() {
        if (!process.isAlive()) {
            throw new BenchException("the process has ended");
        }
    }

    /** Asks the process to end, waits for it and kills what is left. */
    @Override
    public void close() {
        // Known only while their parent lives: a launcher may have started Java as its child.
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println(
                        name + " did not end within " + GRACE.toSeconds() + " s: killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        RUNNING.remove(this);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void readAnswers() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            System.err.println(name + ": " + e.getMessage());
        }
        answers.add(END);
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> tail = lines.subList(Math.max(0, lines.size() - 5), lines.size());
            return tail.isEmpty()
                    ? ""
                    : "\n  its log " + log + " ends with:\n    " + String.join("\n    ", tail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
