package io.tcsstamp.cli;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: writes a definition anew. */
@Command(
        name = "convert",
        sortOptions = false,
        description = {
            "Writes a definition as XTCE 1.2, which is valid by the schema and decodes the same:"
                    + " of XTCE of any version a clean one of today."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tcs-stamp convert --to xtce old.xml -o new.xml",
            "  tcs-stamp convert --to xtce old.xml | xmllint --format -"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "What to write: xtce.")
    private String to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A new file, instead of the standard output.")
    private Path output;

    @Parameters(
            paramLabel = "FILE|DIR|-",
            description =
                    "The XTCE file; of a folder, the only .xml file in it; -: standard input.")
    private String file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!to.equals("xtce")) {
            throw new UsageException("--to " + to + ": it can be written as xtce only");
        }
        if (output != null && Files.exists(output)) {
            throw new UsageException("--output " + output + " exists already; name a new file");
        }
        Path folder = output == null ? null : output.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException(
                    "--output " + output + ": the folder " + folder + " does not exist");
        }
        try {
            Definition definition = DefinitionInput.read(file, err);
            List<Problem> lost;
            try (Writer out = open()) {
                lost = XtceWriter.write(definition, out);
            }
            lost.stream().map(DefinitionInput::line).forEach(err::println);
            return Validation.errors(lost) == 0 ? 0 : 1;
        } catch (DefinitionException e) {
            return DefinitionInput.tell(e, err);
        } catch (Stdout.Closed e) {
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, err);
        }
    }

    private Writer open() throws IOException {
        return output == null
                ? Stdout.writer()
                : Files.newBufferedWriter(output, StandardOpenOption.CREATE_NEW);
    }
}
