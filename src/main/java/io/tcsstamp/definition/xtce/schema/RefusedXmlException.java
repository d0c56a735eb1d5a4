package io.tcsstamp.definition.xtce.schema;

import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** A document that is not read on: malformed, or against the limits. */
final class RefusedXmlException extends XMLStreamException {
    static final String NOT_XML = "MALFORMED_XML";
    static final String DOCTYPE = "DOCTYPE_NOT_ALLOWED";
    static final String TOO_LARGE = "XML_TOO_LARGE";

    private static final long serialVersionUID = 1;

    private final String code;
    private final String text;

    RefusedXmlException(String code, String text, Location location) {
        super(text, location);
        this.code = code;
        this.text = text;
    }

    /** Says in plain words what the parser found. */
    static XMLStreamException explain(XMLStreamException failure, TagPositions positions) {
        if (failure instanceof RefusedXmlException) {
            return failure;
        }
        Location at = failure.getLocation();
        if (positions.wrong() != 0
                && (at == null || at.getLineNumber() >= TagPositions.line(positions.wrong()))) {
            return new RefusedXmlException(
                    NOT_XML,
                    "bytes that are not text in the document's encoding (is it a text file, and is"
                            + " the encoding in its first line right?)",
                    new XmlPlace(positions.wrong()));
        }
        Throwable cause = failure.getNestedException();
        if (cause instanceof IOException) {
            return new RefusedXmlException(
                    TOO_LARGE, cause.getMessage(), new XmlPlace(positions.here()));
        }
        String text = message(failure);
        if (at != null && at.getLineNumber() == 1 && at.getColumnNumber() <= 1) {
            text = "not an XML document: " + text;
        }
        return new RefusedXmlException(NOT_XML, text, at);
    }

    /** The parser's own words, without the place that it puts in front. */
    private static String message(XMLStreamException failure) {
        String text = String.valueOf(failure.getMessage());
        int message = text.indexOf("\nMessage: ");
        return ParserKeys.words(
                message < 0 ? text : text.substring(message + "\nMessage: ".length()));
    }

    String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
