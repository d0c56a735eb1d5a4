package io.tcsstamp.cli;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceValidation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds all that is wrong with a definition file, up to whether it can be decoded. */
final class Validation {
    private final XtceValidation document;
    private final boolean decodable;

    /**
     * Creates one.
     *
     * @param document what is checked of the document
     * @param decodable whether to try to make decoders too
     */
    Validation(XtceValidation document, boolean decodable) {
        this.document = document;
        this.decodable = decodable;
    }

    /** The problems of a file. */
    List<Problem> check(DefinitionText file) throws IOException {
        List<Problem> problems = new ArrayList<>(file.check(document));
        if (decodable && errors(problems) == 0) {
            try {
                decode(file.read(problem -> {}), problems);
            } catch (DefinitionException e) {
                add(e.problems(), problems);
            }
        }
        return problems;
    }

    /** How many of the problems are errors. */
    static long errors(List<Problem> problems) {
        return problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    }

    /** Whether packets can be decoded that begin with any of the containers without a base. */
    private static void decode(Definition definition, List<Problem> problems) {
        for (Container container : definition.containers().values()) {
            if (container.base().isEmpty()) {
                try {
                    PacketDecoders.interpreted(
                            definition, DecoderOptions.ALL.withRoot(container.qualifiedName()));
                } catch (DefinitionException e) {
                    add(e.problems(), problems);
                }
            }
        }
    }

    private static void add(List<Problem> found, List<Problem> problems) {
        found.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    }
}
