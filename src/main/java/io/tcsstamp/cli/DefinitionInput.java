package io.tcsstamp.cli;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the definition that the user named. Stateless. */
final class DefinitionInput {
    /** What is said of the problems of one definition before the rest is only counted. */
    private static final int MOST_TOLD = 50;

    private DefinitionInput() {}

    /**
     * Reads it.
     *
     * @param name of a file, or of a folder with one definition in it, or {@code -} for standard
     *     input
     * @param warnings gets what is odd about it, a line each
     * @throws UsageException if there is none
     * @throws DefinitionException if it cannot be used
     */
    static Definition read(String name, PrintWriter warnings)
            throws IOException, DefinitionException {
        return name.equals("-")
                ? new DefinitionText(name).read(warning -> warnings.println(line(warning)))
                : XtceReader.read(file(name), warning -> warnings.println(line(warning)));
    }

    /** The file that a name means. */
    static Path file(String name) throws IOException {
        Path path = PacketInput.existing("the definition", name);
        return Files.isDirectory(path) ? only(path) : path;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(DefinitionInput::isXml).sorted().toList();
            if (found.size() != 1) {
                throw new UsageException(
                        "the folder '"
                                + folder
                                + "' holds "
                                + (found.isEmpty() ? "no .xml file" : found.size() + " .xml files")
                                + "; name the file of the definition"
                                + (found.isEmpty() ? "" : " (only the bridge takes several)"));
            }
            return found.get(0);
        }
    }

    private static boolean isXml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".xtce");
    }

    /** A problem as a line, whatever names the definition gives to its parts. */
    static String line(Problem problem) {
        return Terminal.printable(problem.toString());
    }

    /** Tells all that is wrong with a definition, each in a line, and returns the exit code. */
    static int tell(DefinitionException wrong, PrintWriter err) {
        List<Problem> problems = wrong.problems();
        problems.stream().limit(MOST_TOLD).map(DefinitionInput::line).forEach(err::println);
        if (problems.size() > MOST_TOLD) {
            err.println("... and " + (problems.size() - MOST_TOLD) + " more");
        }
        long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
        err.println(
                "tcs-stamp: the definition cannot be used: "
                        + errors
                        + (errors == 1 ? " error" : " errors"));
        err.flush();
        return 1;
    }
}
