package io.tcsstamp.cli;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.DefinitionPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code describe-definition}: what a definition says, as it was understood. */
@Command(
        name = "describe-definition",
        sortOptions = false,
        description = {
            "Shows an XTCE definition as it was understood: the tree of containers with their"
                    + " criteria, entries, places in the packet, types and units.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tcs-stamp describe-definition jpss.xml",
            "  tcs-stamp describe-definition --root-container CCSDSPacket jpss.xml",
            "  tcs-stamp describe-definition --parameters jpss.xml | grep -i volt"
        })
final class DescribeDefinitionCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--root-container",
            paramLabel = "NAME",
            description = "Only this container and those that inherit from it.")
    private String root;

    @Option(names = "--containers", description = "Only the containers.")
    private boolean containers;

    @Option(names = "--parameters", description = "Only the parameters.")
    private boolean parameters;

    @Option(names = "--types", description = "Only the types.")
    private boolean types;

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
        if (root != null && (parameters || types)) {
            throw new UsageException("--root-container goes with --containers only");
        }
        try (Writer out = Stdout.writer()) {
            print(DefinitionInput.read(file, err), out);
            return 0;
        } catch (DefinitionException e) {
            return DefinitionInput.tell(e, err);
        } catch (Stdout.Closed e) {
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, err);
        }
    }

    private void print(Definition definition, Writer out) throws IOException {
        if (root != null) {
            out.write(tree(definition));
        } else if (!containers && !parameters && !types) {
            out.write(DefinitionPrinter.print(definition));
        } else {
            out.write(containers ? DefinitionPrinter.containers(definition) : "");
            out.write(parameters ? DefinitionPrinter.parameters(definition) : "");
            out.write(types ? DefinitionPrinter.types(definition) : "");
        }
    }

    private String tree(Definition definition) {
        try {
            return DefinitionPrinter.containers(definition, definition.container(root));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--root-container: " + e.getMessage());
        }
    }
}
