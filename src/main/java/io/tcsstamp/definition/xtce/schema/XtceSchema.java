package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Checks XTCE documents against the language of XTCE 1.2, from this program's own knowledge of it
 * and without the network: elements, their order and number, attributes, values, and names that
 * must be unique. Every problem is told with the line and column of the tag concerned.
 *
 * <p>A document of any size streams; only the names of one SpaceSystem and its ancestors are kept.
 *
 * <p>A document in another namespace than that of XTCE 1.2 is not valid; it is still checked, and
 * where its namespace is that of XTCE 1.0 and 1.1, or none, these are let pass: spaces in names,
 * the encodings {@code twosCompliment} and {@code onesCompliment}, {@code ByteOrderList} in an
 * encoding, broken exponents of polynomial terms, and the epoch {@code POSIX}.
 *
 * <p>Thread-safe.
 */
public final class XtceSchema {
    /** The namespace of XTCE 1.2. */
    public static final String NAMESPACE = "http://www.omg.org/spec/XTCE/20180204";

    /** The namespace of XTCE 1.0 and 1.1. */
    public static final String OLDER_NAMESPACE = "http://www.omg.org/space/xtce";

    /** The code of what is not as the language wants it. */
    public static final String INVALID = "SCHEMA_VALIDATION_ERROR";

    /** The code of a namespace that is not that of XTCE 1.2. */
    public static final String WRONG_NAMESPACE = "INVALID_XTCE_NAMESPACE";

    /**
     * The code of a document that does not say where its schema is, though other programs need it.
     */
    public static final String NO_SCHEMA_LOCATION = "MISSING_SCHEMA_LOCATION";

    /** The code of the last problem told, if there are more. */
    public static final String TOO_MANY = "TOO_MANY_PROBLEMS";

    /** How many problems are told. */
    public static final int MAX_PROBLEMS = 1000;

    private static final String LOCATION_WANTED =
            "the document does not say where its schema is, so that other programs cannot validate"
                    + " it; add xmlns:xsi=\""
                    + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI
                    + "\" xsi:schemaLocation=\""
                    + NAMESPACE
                    + " https://www.omg.org/spec/XTCE/20180204/SpaceSystem.xsd\" to SpaceSystem, or"
                    + " check it against a schema of your own (--schema)";

    private XtceSchema() {}

    /**
     * Checks a file.
     *
     * @return the problems in the order of the document, at most {@link #MAX_PROBLEMS} and one that
     *     says that there are more; none if the document is valid
     */
    public static List<Problem> check(Path file) {
        return check(() -> XtceXml.open(file), file.toString());
    }

    /** Checks what comes from a stream, which is closed; {@code source} is its name in problems. */
    public static List<Problem> check(InputStream document, String source) {
        return check(() -> XtceXml.open(document, source), source);
    }

    /** Checks a document that is text already. */
    public static List<Problem> check(String document, String source) {
        return check(() -> XtceXml.open(document, source), source);
    }

    /**
     * Checks also that the document says where its schema is ({@code xsi:schemaLocation}): without
     * it other programs cannot validate it. If it does not even have a namespace, nothing says that
     * it is to be XTCE 1.2, so that all else is only a warning.
     */
    public static List<Problem> checkWithLocation(Document document, String source) {
        Findings findings = new Findings(MAX_PROBLEMS);
        SchemaWalk walk = check(document, source, findings);
        SourceLocation place = walk == null ? null : walk.withoutSchemaLocation();
        if (place == null) {
            return findings.list();
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(Problem.error(NO_SCHEMA_LOCATION, place, "SpaceSystem", LOCATION_WANTED));
        for (Problem problem : findings.list()) {
            boolean doubtful =
                    problem.code().equals(INVALID) || problem.code().equals(WRONG_NAMESPACE);
            problems.add(
                    doubtful && walk.hasNoNamespace()
                            ? Problem.warning(
                                    problem.code(),
                                    problem.location(),
                                    problem.path(),
                                    problem.message())
                            : problem);
        }
        return problems;
    }

    /** A document that can be opened. */
    public interface Document {
        /**
         * Opens it, each time from its beginning.
         *
         * @throws IOException if it cannot be read
         * @throws XMLStreamException if it does not begin as XML does
         */
        XtceXmlReader open() throws IOException, XMLStreamException;
    }

    private static List<Problem> check(Document document, String source) {
        Findings findings = new Findings(MAX_PROBLEMS);
        check(document, source, findings);
        return findings.list();
    }

    /** Walks through a document; null where it cannot be opened. */
    private static SchemaWalk check(Document document, String source, Findings findings) {
        SchemaWalk walk = null;
        try (XtceXmlReader xml = document.open()) {
            walk = new SchemaWalk(xml, findings);
            walk.run();
        } catch (XMLStreamException e) {
            findings.addLast(XtceXml.problem(e, source));
        } catch (IOException e) {
            findings.addLast(XtceXml.problem(e, source));
        }
        return walk;
    }
}
