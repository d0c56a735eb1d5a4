package io.tcsstamp.cli;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds all that is wrong with a definition file, up to whether it can be decoded. */
final class Validation {
    private final ValidateCommand.Level level;
    private final SchemaFile schema;

    /**
     * Creates one.
     *
     * @param schema to check against; null for the schema built in
     */
    Validation(ValidateCommand.Level level, SchemaFile schema) {
        this.level = level;
        this.schema = schema;
    }

    /** The problems of a file. */
    List<Problem> check(Path file) throws IOException {
        Set<Problem> problems = new LinkedHashSet<>();
        if (level.schema()) {
            problems.addAll(schema == null ? XtceSchema.check(file) : schema.check(file));
        }
        if (level.structure()) {
            structure(file, problems);
        }
        return List.copyOf(problems);
    }

    private static void structure(Path file, Collection<Problem> problems) throws IOException {
        List<Problem> found = new ArrayList<>();
        try {
            decodable(XtceReader.read(file, found::add), found);
        } catch (DefinitionException e) {
            found.removeAll(e.problems());
            found.addAll(e.problems());
        }
        problems.addAll(found);
    }

    /** Whether packets can be decoded that begin with any of the containers without a base. */
    private static void decodable(Definition definition, Collection<Problem> problems) {
        for (Container container : definition.containers().values()) {
            if (container.base().isEmpty()) {
                try {
                    PacketDecoders.interpreted(
                            definition, DecoderOptions.ALL.withRoot(container.qualifiedName()));
                } catch (DefinitionException e) {
                    e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
                }
            }
        }
    }
}
