package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.schema.XtceXml;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * Reads XTCE, versions 1.0 to 1.2 (OMG XML Telemetric and Command Exchange; CCSDS 660.0): the
 * telemetry part of a SpaceSystem with all that is in it. What is not supported, not known or wrong
 * is told with line and column, all at once; nothing that would change a value is passed over.
 *
 * <p>A large document is read twice, first for its names, so that beside the result only one type,
 * parameter or container is held at a time; a stream is held as bytes.
 *
 * <pre>{@code
 * Definition jpss = XtceReader.read(Path.of("jpss1_geolocation.xml"));
 * }</pre>
 *
 * <p>Thread-safe: all methods are static and share nothing.
 */
public final class XtceReader {
    /** A document that can be opened twice. */
    interface Source {
        XtceXmlReader open() throws IOException, XMLStreamException;
    }

    private XtceReader() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(Path file) throws IOException, DefinitionException {
        return read(file, warning -> {});
    }

    /**
     * Reads a file.
     *
     * @param warnings gets what does not matter for decoding but is likely not what was meant
     * @throws IOException if it cannot be read
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(Path file, Consumer<? super Problem> warnings)
            throws IOException, DefinitionException {
        return read(() -> XtceXml.open(file), file.toString(), warnings);
    }

    /**
     * Reads a stream to its end, which stays open.
     *
     * @param source the name for messages
     * @throws IOException if it cannot be read
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(InputStream stream, String source)
            throws IOException, DefinitionException {
        return read(stream, source, warning -> {});
    }

    /**
     * Reads a stream to its end, which stays open.
     *
     * @param source the name for messages
     * @param warnings gets what does not matter for decoding but is likely not what was meant
     * @throws IOException if it cannot be read
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(
            InputStream stream, String source, Consumer<? super Problem> warnings)
            throws IOException, DefinitionException {
        int most = (int) Math.min(Budget.ofThisJvm(), Integer.MAX_VALUE - 16);
        byte[] bytes = stream.readNBytes(most);
        if (bytes.length == most) {
            throw new DefinitionException(
                    List.of(
                            Problem.error(
                                    "TOO_LARGE",
                                    SourceLocation.of(source),
                                    "",
                                    "the stream is longer than "
                                            + most
                                            + " bytes, half of the memory that Java may use;"
                                            + " read it from a file")));
        }
        return read(() -> XtceXml.open(new ByteArrayInputStream(bytes), source), source, warnings);
    }

    /**
     * Reads a document that is text already.
     *
     * @param source the name for messages
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(String document, String source) throws DefinitionException {
        return read(document, source, warning -> {});
    }

    /**
     * Reads a document that is text already.
     *
     * @param source the name for messages
     * @param warnings gets what does not matter for decoding but is likely not what was meant
     * @throws DefinitionException with all that is wrong with it
     */
    public static Definition read(
            String document, String source, Consumer<? super Problem> warnings)
            throws DefinitionException {
        try {
            return read(() -> XtceXml.open(document, source), source, warnings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // a text has none
        }
    }

    /** Reads what can be opened twice. */
    static Definition read(Source document, String source, Consumer<? super Problem> warnings)
            throws IOException, DefinitionException {
        long bytes = Budget.ofThisJvm();
        return read(document, source, warnings, bytes, Budget.elementsToKeep(bytes));
    }

    /** Reads a text that may take so much memory, of which so many elements are kept. */
    static Definition read(String document, String source, long bytes, int kept)
            throws IOException, DefinitionException {
        return read(() -> XtceXml.open(document, source), source, warning -> {}, bytes, kept);
    }

    private static Definition read(
            Source document,
            String source,
            Consumer<? super Problem> warnings,
            long bytes,
            int kept)
            throws IOException, DefinitionException {
        Objects.requireNonNull(warnings, "warnings");
        Problems problems = new Problems(source, warnings);
        Definition definition = null;
        try {
            NamePass first = names(document, bytes, kept);
            Budget budget = new Budget(bytes);
            BuildPass build = new BuildPass(first.names(), problems, budget);
            if (first.isComplete()) {
                first.replay(build);
            } else {
                try (XtceXmlReader xml = document.open()) {
                    new Document(xml, build, budget).walk();
                }
            }
            definition = build.finish(source);
        } catch (XMLStreamException e) {
            problems.add(XtceXml.problem(e, source));
        } catch (Budget.ExceededException e) {
            problems.add(e.problem());
        }
        problems.check();
        return definition;
    }

    private static NamePass names(Source document, long bytes, int kept)
            throws IOException, XMLStreamException {
        try (XtceXmlReader xml = document.open()) {
            NamePass pass = new NamePass(xml, kept);
            new Document(xml, pass, new Budget(bytes)).walk();
            return pass;
        }
    }
}
