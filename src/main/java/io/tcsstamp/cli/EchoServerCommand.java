package io.tcsstamp.cli;

import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.sim.LineSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code echo-server}: runs a STAMP to connect to until it is interrupted. */
@Command(
        name = "echo-server",
        sortOptions = false,
        description = {
            "Acts as STAMP: prints every line it receives to standard output, as UTF-8.",
            "Any number of clients may be connected. Runs until Ctrl-C."
        })
public final class EchoServerCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ListenOptions listen;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4444",
            description =
                    "Port to listen on (default: ${DEFAULT-VALUE}; 0: a free one, which is told).")
    private int port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port " + port + ": must be from 0 to 65535");
        }
        Logging.start(0, "");
        PrintWriter err = spec.commandLine().getErr();
        Stdout stdout = new Stdout(Thread.currentThread());
        try (EchoServer server = EchoServer.start(listen.address(), port, stdout)) {
            listen.warn(err);
            err.println("Echo server listening on " + server.address() + "; stop with Ctrl-C");
            err.flush();
            awaitStop(server);
            return 0;
        } catch (InterruptedException e) {
            if (stdout.failed()) {
                err.println("Cannot write to standard output: it was closed or is full");
                err.flush();
                return 1;
            }
            return 0;
        } catch (UnknownHostException e) {
            throw wrong(
                    "--bind "
                            + listen.address()
                            + ": no such host; give an address of this machine");
        } catch (IOException e) {
            err.println("Cannot listen: " + e.getMessage() + "; choose another by --bind, --port");
            err.flush();
            return 1;
        }
    }

    /** Waits; at SIGTERM the line being written is completed before the process ends. */
    private static void awaitStop(EchoServer server) throws InterruptedException {
        Thread hook = new Thread(server::close, "echo-server stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.await();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the hook is running: it was what ended the wait
            }
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Standard output in UTF-8 whatever the locale; interrupts a thread when it is gone. */
    private static final class Stdout implements LineSink {
        private final PrintStream target = System.out;
        private final PrintStream out =
                new PrintStream(
                        new BufferedOutputStream(target, 64 * 1024), false, StandardCharsets.UTF_8);
        private final Thread command;
        private volatile boolean failed;

        Stdout(Thread command) {
            this.command = command;
        }

        @Override
        public void accept(String line) {
            out.append(line).append('\n');
        }

        @Override
        public void flush() {
            out.flush();
            if (target.checkError() && !failed) {
                failed = true;
                command.interrupt();
            }
        }

        boolean failed() {
            return failed;
        }
    }
}
