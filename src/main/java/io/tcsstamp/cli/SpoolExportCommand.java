package io.tcsstamp.cli;

import io.tcsstamp.spool.SpoolFailure;
import io.tcsstamp.spool.SpoolInspection;
import io.tcsstamp.spool.SpoolInspection.Exported;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spool export}: writes the lines of a spool out; they stay in it. */
@Command(
        name = "export",
        sortOptions = false,
        description = {
            "Writes the lines of a spool out, oldest first; they stay in it.",
            "Also from a damaged file that was set aside, as far as it can be read."
        })
final class SpoolExportCommand implements Callable<Integer> {
    private static final int BUFFER = 64 << 10;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "A destination's id, such as stamp, or a file's name, as spool shows it.")
    private String name;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "A new file, instead of the standard output.")
    private Path output;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description = "Only batches with a sample of this time (UTC) or later.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = UtcTime.class,
            description = "Only batches with a sample before this time (UTC).")
    private Instant to = Instant.MAX;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        try {
            Path file = SpoolCommand.folder().file(name);
            try (OutputStream lines = open()) {
                return tell(file, SpoolInspection.export(file, from, to, lines));
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--output " + output + " exists already; name a new file");
        } catch (IOException | SpoolFailure e) {
            return SpoolCommand.failed(spec, e);
        }
    }

    private OutputStream open() throws IOException {
        OutputStream target =
                output == null
                        ? new FileOutputStream(FileDescriptor.out)
                        : Files.newOutputStream(output, StandardOpenOption.CREATE_NEW);
        return new BufferedOutputStream(target, BUFFER);
    }

    private int tell(Path file, Exported exported) {
        if (exported.gaps() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "tcs-stamp: %s is damaged: at %d places something could not be read;"
                                    + " %d lines could%n",
                            file.getFileName(), exported.gaps(), exported.lines());
        } else if (output != null) {
            spec.commandLine().getErr().printf("%d lines in %s%n", exported.lines(), output);
        }
        return 0;
    }
}
