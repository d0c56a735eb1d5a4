package io.tcsstamp.cli;

import io.tcsstamp.spool.SpoolFailure;
import io.tcsstamp.spool.SpoolInspection;
import io.tcsstamp.spool.SpoolRemoval;
import io.tcsstamp.spool.SpoolReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spool drop}: gives lines of a spool up for good. */
@Command(
        name = "drop",
        sortOptions = false,
        description = {
            "Gives the lines of a spool up for good, and deletes its file.",
            "Not while a bridge uses it. Without --yes it only says what it would do."
        })
final class SpoolDropCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "A destination's id, such as stamp, or a file's name, as spool shows it.")
    private String name;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description =
                    "Only the oldest lines, up to the first batch with a sample of this time (UTC)"
                            + " or later.")
    private Instant before;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        try {
            Path file = SpoolCommand.folder().file(name);
            if (before != null && SpoolInspection.isSetAside(file)) {
                throw new UsageException("a damaged file can only be dropped as a whole");
            }
            if (!yes) {
                throw new UsageException(wouldDrop(file) + "; if you mean it, say --yes");
            }
            String dropped = drop(file);
            spec.commandLine().getOut().println("dropped " + dropped);
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IOException | SpoolFailure e) {
            return SpoolCommand.failed(spec, e);
        }
    }

    private String wouldDrop(Path file) throws IOException, SpoolFailure {
        String what = before == null ? all(file) : some(SpoolRemoval.countBefore(file, before));
        return "this would drop " + what + " of " + file.getFileName() + " for good";
    }

    private String drop(Path file) throws IOException, SpoolFailure {
        if (before != null) {
            return some(SpoolRemoval.dropBefore(file, before)) + " of " + file.getFileName();
        }
        String all = all(file);
        SpoolRemoval.delete(file);
        return all + " of " + file.getFileName() + ", which is deleted";
    }

    private static String all(Path file) throws IOException {
        SpoolReport report = SpoolInspection.report(file);
        return report.damage().isEmpty()
                ? some(report.lines())
                : "all that is left (" + SpoolText.size(report.fileBytes()) + ")";
    }

    private static String some(long lines) {
        return lines + " lines";
    }
}
