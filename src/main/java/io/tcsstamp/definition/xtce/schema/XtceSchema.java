package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
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

    private interface Opener {
        XtceXmlReader open() throws IOException, XMLStreamException;
    }

    private static List<Problem> check(Opener opener, String source) {
        Findings findings = new Findings(MAX_PROBLEMS);
        try (XtceXmlReader xml = opener.open()) {
            new SchemaWalk(xml, findings).run();
        } catch (XMLStreamException e) {
            findings.addLast(XtceXml.problem(e, source));
        } catch (IOException e) {
            findings.addLast(XtceXml.problem(e, source));
        }
        return findings.list();
    }
}
