package io.tcsstamp.cli;

import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceValidation;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: everything that is wrong with XTCE files, with line and column. */
@Command(
        name = "validate",
        sortOptions = false,
        description = {
            "Checks XTCE files and lists all that is wrong with them, as file:line:column.",
            "schema: elements, attributes and values against XTCE 1.2, without the network, or"
                    + " against your own schema by --schema.",
            "structure: references, cycles, ambiguity, overlaps, containers that no packet"
                    + " reaches, and whether this program can decode it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tcs-stamp validate jpss.xml",
            "  tcs-stamp validate --level structure definitions/*.xml",
            "  tcs-stamp validate --schema SpaceSystem.xsd jpss.xml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:valid; warnings do not count", "1:not valid", "2:wrong usage"})
final class ValidateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "all",
            description = "What to check: schema, structure or all (default: ${DEFAULT-VALUE}).")
    private String level;

    @Option(
            names = "--schema",
            paramLabel = "XSD",
            description = "Check against this schema file, instead of the schema built in.")
    private String schema;

    @Option(names = "--json", description = "Print a JSON object per problem and line.")
    private boolean json;

    @Parameters(
            paramLabel = "FILE|-",
            arity = "1..*",
            description = "XTCE files; -: standard input.")
    private List<String> files;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        XtceValidation.Level checked = level();
        if (schema != null && checked == XtceValidation.Level.STRUCTURE) {
            throw new UsageException("--schema is for the level schema or all");
        }
        List<DefinitionText> documents = new ArrayList<>();
        for (String file : files) {
            documents.add(new DefinitionText(file));
        }
        try (Writer out = Stdout.writer()) {
            boolean decodable = checked != XtceValidation.Level.SCHEMA;
            Validation validation = new Validation(validation(checked), decodable);
            int code = 0;
            for (DefinitionText document : documents) {
                List<Problem> problems = validation.check(document);
                print(out, problems);
                code |= tell(out, document.title(), problems);
            }
            return code;
        } catch (DefinitionException e) {
            err.println("tcs-stamp: --schema: " + e.getMessage());
            return 2;
        } catch (Stdout.Closed e) {
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, err);
        }
    }

    private XtceValidation.Level level() {
        try {
            return XtceValidation.Level.of(level);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--level: " + e.getMessage());
        }
    }

    private XtceValidation validation(XtceValidation.Level checked) throws DefinitionException {
        XtceValidation validation = XtceValidation.of(checked);
        return schema == null
                ? validation
                : validation.against(SchemaFile.load(PacketInput.file("the schema", schema)));
    }

    private void print(Writer out, List<Problem> problems) throws IOException {
        for (Problem problem : problems) {
            out.write(json ? ProblemJson.of(problem) : DefinitionInput.line(problem));
            out.write('\n');
        }
    }

    /** A line about a file; returns the exit code. */
    private int tell(Writer out, String file, List<Problem> problems) throws IOException {
        long errors = Validation.errors(problems);
        long warnings = problems.size() - errors;
        if (!json) {
            out.write(
                    file
                            + ": "
                            + (errors == 0 ? "valid" : "not valid: " + Numbers.of(errors, "error"))
                            + (warnings == 0 ? "" : ", " + Numbers.of(warnings, "warning"))
                            + "\n");
        }
        return errors == 0 ? 0 : 1;
    }
}
