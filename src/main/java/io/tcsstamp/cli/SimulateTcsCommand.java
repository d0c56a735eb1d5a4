package io.tcsstamp.cli;

import io.tcsstamp.sim.Speed;
import io.tcsstamp.sim.TcsSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate-tcs}: runs a TCS EGSE to connect to until it is interrupted. */
@Command(
        name = "simulate-tcs",
        sortOptions = false,
        description = {
            "Acts as a TCS EGSE: sends every client that connects a block of telemetry per second.",
            "The values are simulated, or recorded ones with --replay. Runs until Ctrl-C."
        })
public final class SimulateTcsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ListenOptions listen;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "6666",
            description =
                    "Port to listen on (default: ${DEFAULT-VALUE}; 0: a free one, which is told).")
    private int port;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Send this recorded stream byte for byte, to each client from the start. After"
                            + " its end the connection stays open.")
    private Path replay;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "Blocks per second, 0.001 to 1000000, or max (also 0): as fast as the client"
                            + " takes them (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(names = "--loop", description = "With --replay: start again at the end of the file.")
    private boolean loop;

    @Option(
            names = "--close-at-end",
            description = "With --replay: close the connection at the end of the file.")
    private boolean closeAtEnd;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Start of the simulated noise: the same seed gives the same values (default:"
                            + " ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        Logging.start(0, "");
        TcsSimulator.Builder options =
                TcsSimulator.builder()
                        .host(listen.address())
                        .port(checkedPort())
                        .seed(seed)
                        .speed(checkedSpeed())
                        .replay(replay)
                        .loop(loop)
                        .closeAtEnd(closeAtEnd);
        checkCombination();
        PrintWriter err = spec.commandLine().getErr();
        try (TcsSimulator simulator = options.start()) {
            listen.warn(err);
            err.printf(
                    "TCS simulator listening on %s, sending %s; stop with Ctrl-C%n",
                    simulator.address(), replay == null ? "simulated values" : replay);
            err.flush();
            simulator.await();
            return 0;
        } catch (InterruptedException e) {
            return 0;
        } catch (NoSuchFileException e) {
            throw wrong("--replay " + replay + ": no such file, or it cannot be read");
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

    private int checkedPort() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port " + port + ": must be from 0 to 65535");
        }
        return port;
    }

    private Speed checkedSpeed() {
        try {
            return Speed.parse(speed);
        } catch (IllegalArgumentException e) {
            throw wrong("--speed " + speed + ": " + e.getMessage());
        }
    }

    private void checkCombination() {
        if (replay == null && (loop || closeAtEnd)) {
            throw wrong((loop ? "--loop" : "--close-at-end") + " needs --replay FILE");
        }
        if (loop && closeAtEnd) {
            throw wrong("--loop never comes to an end: leave it or --close-at-end away");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
