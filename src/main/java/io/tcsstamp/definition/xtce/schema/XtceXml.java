package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The one place where XTCE documents are opened. Nothing outside the document is ever read: a
 * DOCTYPE is refused, so there are no entities to expand or to fetch. Depth, text, tags and
 * comments are limited; a document of any length streams.
 *
 * <p>Thread-safe.
 */
public final class XtceXml {
    /** How deep elements may be nested. XTCE itself needs about 20 beside nested SpaceSystems. */
    public static final int MAX_DEPTH = 256;

    /** How many characters the text of one element may have. */
    public static final int MAX_TEXT = 1 << 20;

    /** How many characters one tag with its attributes, or one comment, may have. */
    public static final int MAX_TAG = 1 << 22;

    private XtceXml() {}

    /**
     * Opens a file; its encoding is found by byte order mark or XML declaration.
     *
     * @throws IOException if the file cannot be read
     * @throws XMLStreamException if it does not begin as XML does; {@link #problem} explains
     */
    public static XtceXmlReader open(Path file) throws IOException, XMLStreamException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return open(bytes, file.toString());
        } catch (IOException | XMLStreamException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Opens a stream, which the reader closes.
     *
     * @param source the name for messages
     * @throws IOException if the stream cannot be read
     * @throws XMLStreamException if it does not begin as XML does
     */
    public static XtceXmlReader open(InputStream bytes, String source)
            throws IOException, XMLStreamException {
        return open(XmlEncoding.reader(bytes), source);
    }

    /**
     * Opens a document that is text already.
     *
     * @throws XMLStreamException if it does not begin as XML does
     */
    public static XtceXmlReader open(String document, String source) throws XMLStreamException {
        return open(new StringReader(document), source);
    }

    private static XtceXmlReader open(Reader text, String source) throws XMLStreamException {
        TagPositions positions = new TagPositions(text, MAX_TAG);
        try {
            return new XtceXmlReader(factory().createXMLStreamReader(positions), positions, source);
        } catch (XMLStreamException e) {
            throw RefusedXmlException.explain(e, positions);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // the limits are those above on every Java: the parser's own differ between releases
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("external entity refused: " + systemId);
                });
        return factory;
    }

    /**
     * What is wrong with a document that could not be read on, with line and column.
     *
     * @param source the document's name
     */
    public static Problem problem(XMLStreamException failure, String source) {
        int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
        int column = failure.getLocation() == null ? 0 : failure.getLocation().getColumnNumber();
        SourceLocation place =
                line < 1
                        ? SourceLocation.of(source)
                        : new SourceLocation(source, line, Math.max(column, 1));
        if (failure instanceof RefusedXmlException refused) {
            return Problem.error(refused.code(), place, "", refused.getMessage());
        }
        return Problem.error(RefusedXmlException.NOT_XML, place, "", failure.getMessage());
    }

    /** The same for a file that cannot be read at all. */
    public static Problem problem(IOException failure, String source) {
        String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure instanceof java.nio.file.NoSuchFileException) {
            why = "there is no such file";
        }
        return Problem.error("IO_ERROR", SourceLocation.of(source), "", "cannot be read: " + why);
    }
}
