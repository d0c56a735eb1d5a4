package io.tcsstamp.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What standard output is connected to: whether it is a terminal, its size, colours, charset. */
final class Terminal {
    /** A size in characters. */
    record Size(int rows, int columns) {
        static final Size DEFAULT = new Size(24, 80);
    }

    private static final long SIZE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PROCESS_SECONDS = 2;
    private static final int MAX_SIDE = 2_000;
    private static final Path TTY = Path.of("/dev/tty");

    private final Supplier<Size> source;
    private final boolean colours;
    private Size size;
    private long sizeRead;

    /** A terminal whose size comes from the source given, asked for at most every few seconds. */
    Terminal(Supplier<Size> source, boolean colours) {
        this.source = source;
        this.colours = colours;
    }

    /** The terminal that standard output is connected to, or null if it is not connected to one. */
    static Terminal ofStdout() {
        Map<String, String> environment = System.getenv();
        if ("dumb".equals(environment.get("TERM")) || !isStdout()) {
            return null;
        }
        return new Terminal(() -> measure(environment), colours(environment));
    }

    /** Whether colours are wanted: the variable NO_COLOR is absent or empty. */
    static boolean colours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Whether colours are wanted on this terminal. */
    boolean colours() {
        return colours;
    }

    /** The size now, a few seconds old at most. Thread-safe. */
    synchronized Size size() {
        long now = System.nanoTime();
        if (size == null || now - sizeRead > SIZE_NANOS) {
            size = source.get();
            sizeRead = now;
        }
        return size;
    }

    /** The charset of standard output. */
    static Charset charset() {
        for (String key :
                new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(key, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    /** Whether a charset can write a text; false too for one that cannot write at all. */
    static boolean canWrite(Charset charset, String text) {
        return charset.canEncode() && charset.newEncoder().canEncode(text);
    }

    /** Replaces by question marks what would move a terminal's cursor or change its state. */
    static String printable(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    result = result == null ? new StringBuilder(text) : result;
                    result.replace(i, end, end - i == 1 ? "?" : "??");
                }
                default -> {}
            }
            i = end;
        }
        return result == null ? text : result.toString();
    }

    /** Reads what {@code stty size} prints; null if it is not a size. */
    static Size parse(String text) {
        String[] fields = text.strip().split(" +");
        return fields.length == 2 ? size(fields[0], fields[1]) : null;
    }

    /** The size by the variables LINES and COLUMNS, else 24 by 80. */
    static Size fromEnvironment(Map<String, String> environment) {
        Size size = size(environment.get("LINES"), environment.get("COLUMNS"));
        return size == null ? Size.DEFAULT : size;
    }

    private static Size size(String rows, String columns) {
        try {
            int r = Integer.parseInt(Objects.requireNonNullElse(rows, ""));
            int c = Integer.parseInt(Objects.requireNonNullElse(columns, ""));
            return r < 1 || c < 1 ? null : new Size(Math.min(r, MAX_SIDE), Math.min(c, MAX_SIDE));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Size measure(Map<String, String> environment) {
        Size measured = null;
        File tty = TTY.toFile();
        if (tty.exists()) {
            ProcessBuilder stty = new ProcessBuilder("stty", "size").redirectInput(tty);
            measured = parse(run(stty.redirectError(Redirect.DISCARD)).output);
        }
        return measured == null ? fromEnvironment(environment) : measured;
    }

    /** Whether standard output is connected to a terminal. */
    static boolean isStdout() {
        // asks about standard output alone: a console would need standard input to be one too
        return isTerminal(new ProcessBuilder("test", "-t", "1").redirectOutput(Redirect.INHERIT));
    }

    /** Whether standard input is connected to a terminal. */
    static boolean isStdin() {
        return isTerminal(new ProcessBuilder("test", "-t", "0").redirectInput(Redirect.INHERIT));
    }

    /** Whether standard error is connected to a terminal. */
    static boolean isStderr() {
        return isTerminal(new ProcessBuilder("test", "-t", "2").redirectError(Redirect.INHERIT));
    }

    private static boolean isTerminal(ProcessBuilder test) {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return consoleIsTerminal();
        }
        return run(test).code == 0;
    }

    private static boolean consoleIsTerminal() {
        Console console = System.console();
        try {
            // from JDK 22 on there is a console even without a terminal, and it can be asked
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private record Outcome(int code, String output) {}

    private static Outcome run(ProcessBuilder builder) {
        Process process = null;
        try {
            process = builder.start();
            if (process.waitFor(PROCESS_SECONDS, TimeUnit.SECONDS)) {
                byte[] output = process.getInputStream().readNBytes(100);
                return new Outcome(
                        process.exitValue(), new String(output, StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            return new Outcome(-1, ""); // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
        return new Outcome(-1, "");
    }
}
