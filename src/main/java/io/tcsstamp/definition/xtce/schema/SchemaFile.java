package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/**
 * An XML Schema that the user has: checks documents against it by the JDK's validator. Nothing is
 * fetched from the network; schemas that it imports or includes are read from its own folder only.
 *
 * <p>Immutable and thread-safe.
 */
public final class SchemaFile {
    /** The code of a schema that cannot be used. */
    public static final String UNUSABLE = "SCHEMA_LOAD_ERROR";

    private final SchemaLoader.Loaded schema;

    private SchemaFile(SchemaLoader.Loaded schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema. The published XSD of XTCE refers to {@code xml:base}, whose declaration it
     * would fetch or lacks; it is known here.
     *
     * @throws DefinitionException if it is no schema, or one with errors
     */
    public static SchemaFile load(Path file) throws DefinitionException {
        return new SchemaFile(SchemaLoader.load(file, false));
    }

    /** The same with all its keys left to the JDK's validator, which is slow for many names. */
    static SchemaFile loadWithKeys(Path file) throws DefinitionException {
        return new SchemaFile(SchemaLoader.load(file, true));
    }

    /**
     * Checks a file.
     *
     * @return the problems in the order of the document, limited as those of {@link XtceSchema}
     */
    public List<Problem> check(Path document) {
        try {
            return check(Files.newInputStream(document), document.toString());
        } catch (IOException e) {
            return List.of(XtceXml.problem(e, document.toString()));
        }
    }

    /** Checks what comes from a stream, which is closed; {@code source} is its name in problems. */
    public List<Problem> check(InputStream document, String source) {
        Findings findings = new Findings(XtceSchema.MAX_PROBLEMS);
        SchemaMessages messages = new SchemaMessages(source, findings);
        try (document;
                XtceXmlReader xml = XtceXml.open(document, source)) {
            ValidatorHandler validator = schema.schema().newValidatorHandler();
            validator.setErrorHandler(messages);
            validator.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> {
                        throw new RefusedResourceException("not fetched: " + systemId);
                    });
            ValidatorFeed feed = new ValidatorFeed(xml, validator);
            if (schema.xtce()) {
                feed.watch(new UniqueNames(fault -> messages.add(xml.location(), fault)));
            }
            feed.run(findings::overflown);
            messages.finish();
        } catch (XMLStreamException e) {
            messages.finish();
            findings.addLast(XtceXml.problem(e, source));
        } catch (IOException e) {
            messages.finish();
            findings.addLast(XtceXml.problem(e, source));
        } catch (SAXException e) {
            messages.finish();
            findings.addLast(
                    Problem.error(
                            XtceSchema.INVALID, SourceLocation.of(source), "", e.getMessage()));
        }
        return findings.list();
    }
}
