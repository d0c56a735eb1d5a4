package io.tcsstamp.cli;

import io.tcsstamp.spool.PendingReport;
import io.tcsstamp.spool.SpoolFailure;
import io.tcsstamp.spool.SpoolInspection;
import io.tcsstamp.spool.SpoolReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spool}: shows what waits on disk; its own commands write it out or give it up. */
@Command(
        name = "spool",
        sortOptions = false,
        subcommands = {SpoolExportCommand.class, SpoolDropCommand.class},
        description = {
            "Shows the lines that wait on disk for their destinations (spool.folder).",
            "Reads only, also while a bridge runs."
        })
final class SpoolCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print an array of JSON objects, one per file.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    /** The folder that the settings name; sets the log up too. */
    static SpoolFolder folder() throws IOException {
        Logging.start(0, "");
        return SpoolFolder.find(SettingsLoader.load(Home.find(), System.getenv(), Map.of()));
    }

    /** Tells what failed; returns the exit code. */
    static int failed(CommandSpec spec, Exception failure) {
        String why =
                failure instanceof SpoolFailure
                        ? failure.getMessage()
                        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        spec.commandLine().getErr().println("tcs-stamp: " + why.replaceAll("\\s+", " "));
        return 1;
    }

    @Override
    public Integer call() {
        try {
            return list(folder());
        } catch (IOException e) {
            return failed(spec, e);
        }
    }

    private int list(SpoolFolder folder) throws IOException {
        List<SpoolReport> reports = new ArrayList<>();
        for (Path file : folder.files()) {
            reports.add(SpoolInspection.report(file));
        }
        int code = 0;
        List<PendingReport> pending = List.of();
        try {
            pending = SpoolInspection.pending(folder.path());
        } catch (SpoolFailure e) {
            code = failed(spec, e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SpoolJson.of(folder, reports, pending));
        } else {
            print(out, folder, reports, pending);
        }
        out.flush();
        return code;
    }

    private static void print(
            PrintWriter out,
            SpoolFolder folder,
            List<SpoolReport> reports,
            List<PendingReport> pending) {
        if (!folder.enabled()) {
            out.println("spool.enabled is false: the bridge keeps lines in memory only");
        }
        if (reports.isEmpty() && pending.isEmpty()) {
            boolean there = Files.exists(folder.path());
            out.println("no spool: " + folder.path() + (there ? " is empty" : " does not exist"));
            return;
        }
        SpoolText text = new SpoolText(folder, Instant.now());
        reports.forEach(report -> out.println(text.of(report)));
        if (!pending.isEmpty()) {
            out.println(SpoolText.of(pending));
        }
    }
}
