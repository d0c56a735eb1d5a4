package io.tcsstamp.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** Runs a command in a thread of its own, as main would, and stops it by an interrupt. */
final class CommandRun implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listening on \\S+:(\\d+)");

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final Thread thread;
    private volatile Integer exitCode;

    CommandRun(Object command, String... arguments) {
        CommandLine line =
                new CommandLine(command)
                        .setErr(new PrintWriter(err, true))
                        .setOut(new PrintWriter(out, true))
                        .setParameterExceptionHandler(
                                (e, args) -> {
                                    e.getCommandLine().getErr().println(e.getMessage());
                                    return CommandLine.ExitCode.USAGE;
                                });
        thread = new Thread(() -> exitCode = line.execute(arguments), "command");
        thread.start();
    }

    /** The port it says to listen on. */
    int port() {
        Matcher address =
                Awaitility.await().until(() -> ADDRESS.matcher(err.toString()), Matcher::find);
        return Integer.parseInt(address.group(1));
    }

    /** Waits for its end. */
    int exitCode() {
        Awaitility.await().until(() -> exitCode != null);
        return exitCode;
    }

    String err() {
        return err.toString();
    }

    String out() {
        return out.toString();
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void close() {
        thread.interrupt();
        Awaitility.await().until(() -> !thread.isAlive());
    }
}
