package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionCheck;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import io.tcsstamp.definition.xtce.schema.XtceXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Validates XTCE documents and tells all that is wrong, with line and column.
 *
 * <p>The schema level checks elements, attributes and values, from {@link XtceSchema own knowledge}
 * or against {@link SchemaFile a schema of the user}. The structure level checks what they mean:
 * every reference in telemetry, commands, streams and services; circles; names given twice; types
 * and parameters that nothing uses; whatever {@link XtceReader} cannot decode; and, once it can be
 * read, what {@link DefinitionCheck} finds in it.
 *
 * <pre>{@code
 * List<Problem> problems = XtceValidation.of(XtceValidation.Level.ALL).check(Path.of("mine.xml"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class XtceValidation {
    /** What is checked. */
    public enum Level {
        /** Elements, attributes and values. */
        SCHEMA,
        /** What they mean. */
        STRUCTURE,
        /** Both. */
        ALL;

        /**
         * The level of a name.
         *
         * @throws IllegalArgumentException with the names there are
         */
        public static Level of(String name) {
            for (Level level : values()) {
                if (level.toString().equals(name)) {
                    return level;
                }
            }
            throw new IllegalArgumentException(
                    "the level must be one of schema, structure, all, not " + name);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the reader says of a place where the schema level has said it already. */
    private static final Set<String> AGAIN =
            Set.of(
                    "UNKNOWN_ELEMENT",
                    "UNKNOWN_ATTRIBUTE",
                    "UNKNOWN_TEXT",
                    "MISSING_ATTRIBUTE",
                    "MISSING_ELEMENT",
                    "INVALID_VALUE",
                    "DUPLICATE_NAME");

    /** Something that can be read several times. */
    private interface Bytes {
        InputStream open() throws IOException;
    }

    private final Level level;
    private final Optional<SchemaFile> schema;

    private XtceValidation(Level level, Optional<SchemaFile> schema) {
        this.level = Objects.requireNonNull(level, "level");
        this.schema = schema;
    }

    /** A validation of a level, whose schema checks are this program's own. */
    public static XtceValidation of(Level level) {
        return new XtceValidation(level, Optional.empty());
    }

    /** The same with the schema checks against a schema. */
    public XtceValidation against(SchemaFile file) {
        return new XtceValidation(level, Optional.of(file));
    }

    /**
     * Validates a file.
     *
     * @return the problems in the order of the document; it is valid if there is no error among
     *     them
     */
    public List<Problem> check(Path file) {
        return check(() -> Files.newInputStream(file), file.toString());
    }

    /**
     * Validates a document that is text already.
     *
     * @param source its name in problems
     */
    public List<Problem> check(String document, String source) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return check(() -> new ByteArrayInputStream(bytes), source);
    }

    /**
     * Validates what comes from a stream, which is held in memory and stays open.
     *
     * @param source its name in problems
     * @throws IOException if the stream cannot be read
     */
    public List<Problem> check(InputStream document, String source) throws IOException {
        byte[] bytes = document.readAllBytes();
        return check(() -> new ByteArrayInputStream(bytes), source);
    }

    private List<Problem> check(Bytes document, String source) {
        List<Problem> problems = new ArrayList<>();
        if (level != Level.STRUCTURE) {
            problems.addAll(schema(document, source));
        }
        if (level != Level.SCHEMA) {
            problems.addAll(structure(document, source));
        }
        return sorted(problems);
    }

    private List<Problem> schema(Bytes document, String source) {
        if (schema.isEmpty()) {
            return XtceSchema.checkWithLocation(
                    () -> XtceXml.open(document.open(), source), source);
        }
        try {
            return schema.get().check(document.open(), source);
        } catch (IOException e) {
            return List.of(XtceXml.problem(e, source));
        }
    }

    private static List<Problem> structure(Bytes document, String source) {
        List<Problem> problems = new ArrayList<>();
        XtceReader.Source twice = () -> XtceXml.open(document.open(), source);
        try {
            Definition definition = XtceReader.read(twice, source, problems::add);
            problems.addAll(DefinitionCheck.check(definition));
        } catch (DefinitionException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            return List.of(XtceXml.problem(e, source));
        }
        problems.addAll(ReferenceCheck.check(twice, source));
        return problems;
    }

    /** In the order of the document, each once. */
    private static List<Problem> sorted(List<Problem> problems) {
        Set<SourceLocation> faulty =
                problems.stream()
                        .filter(p -> p.code().equals(XtceSchema.INVALID))
                        .map(Problem::location)
                        .collect(Collectors.toSet());
        Map<String, Problem> each = new LinkedHashMap<>();
        for (Problem problem : problems) {
            boolean again = AGAIN.contains(problem.code()) && faulty.contains(problem.location());
            if (!again) {
                each.putIfAbsent(identity(problem), problem);
            }
        }
        List<Problem> sorted = new ArrayList<>(each.values());
        sorted.sort(
                Comparator.comparing((Problem p) -> p.location().line() == 0)
                        .thenComparingInt(p -> p.location().line())
                        .thenComparingInt(p -> p.location().column()));
        return sorted;
    }

    /** Some things are found by two; of one place they are the same in other words. */
    private static String identity(Problem problem) {
        boolean byTwo =
                problem.code().endsWith("_REFERENCE")
                        || problem.code().equals(XtceSchema.WRONG_NAMESPACE);
        return problem.code()
                + problem.location()
                + (byTwo && problem.location().line() > 0 ? "" : problem.message());
    }
}
