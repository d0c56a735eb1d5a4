package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.SourceLocation;
import java.io.IOException;
import java.util.NoSuchElementException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A hardened StAX reader. At a start or end of an element {@link #getLocation} and {@link
 * #location} are the place where its tag begins (line and column from 1), not where it ends as with
 * the JDK's reader. Every exception it throws is understood by {@link XtceXml#problem}.
 *
 * <p>Not thread-safe.
 */
public final class XtceXmlReader extends StreamReaderDelegate implements AutoCloseable {
    private final TagPositions positions;
    private final String source;
    private int depth;
    private Location place;

    XtceXmlReader(XMLStreamReader reader, TagPositions positions, String source) {
        super(reader);
        this.positions = positions;
        this.source = source;
        this.place = new XmlPlace(positions.here());
    }

    /** The name of the document, for messages. */
    public String source() {
        return source;
    }

    /** The place of the current tag. */
    public SourceLocation location() {
        return new SourceLocation(source, place.getLineNumber(), place.getColumnNumber());
    }

    @Override
    public Location getLocation() {
        return place;
    }

    @Override
    public int next() throws XMLStreamException {
        int event;
        try {
            event = super.next();
        } catch (XMLStreamException e) {
            throw RefusedXmlException.explain(e, positions);
        } catch (NoSuchElementException e) {
            throw e;
        } catch (RuntimeException e) { // the JDK's parser on some malformed documents
            throw new RefusedXmlException(
                    RefusedXmlException.NOT_XML,
                    "the XML parser gave up: " + e,
                    new XmlPlace(positions.here()));
        }
        positions.pieceEnds();
        follow(event);
        return event;
    }

    private void follow(int event) throws XMLStreamException {
        switch (event) {
            case START_ELEMENT -> {
                place = new XmlPlace(positions.nextTag());
                if (++depth > XtceXml.MAX_DEPTH) {
                    throw refuse(
                            RefusedXmlException.TOO_LARGE,
                            "elements are nested deeper than " + XtceXml.MAX_DEPTH);
                }
            }
            case END_ELEMENT -> {
                place = new XmlPlace(positions.nextTag());
                depth--;
            }
            case DTD -> {
                place = super.getLocation();
                throw refuse(
                        RefusedXmlException.DOCTYPE,
                        "a DOCTYPE is not allowed (it could name entities that expand without"
                                + " bound or lie outside the document); remove it");
            }
            default -> {
                // text and the rest keep the place of the tag before them
            }
        }
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == COMMENT
                || event == PROCESSING_INSTRUCTION
                || event == SPACE
                || event == CHARACTERS && isWhiteSpace()) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw refuse(RefusedXmlException.NOT_XML, "text where an element is expected");
        }
        return event;
    }

    /**
     * The text of the element that has just begun, up to its end.
     *
     * @throws XMLStreamException if it holds elements, or more than {@link XtceXml#MAX_TEXT}
     *     characters
     */
    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        String element = getLocalName();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw refuse(
                        RefusedXmlException.NOT_XML,
                        "element " + getLocalName() + " inside " + element + ", which holds text");
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                if (text.length() + getTextLength() > XtceXml.MAX_TEXT) {
                    throw refuse(
                            RefusedXmlException.TOO_LARGE,
                            "the text of " + element + " is longer than " + XtceXml.MAX_TEXT);
                }
                text.append(getTextCharacters(), getTextStart(), getTextLength());
            }
        }
        return text.toString();
    }

    private RefusedXmlException refuse(String code, String message) {
        return new RefusedXmlException(code, message, place);
    }

    /** Closes the document's file or stream. */
    @Override
    public void close() throws XMLStreamException {
        super.close();
        try {
            positions.close();
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }
}
