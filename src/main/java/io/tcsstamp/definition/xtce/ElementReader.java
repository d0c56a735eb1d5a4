package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.schema.XtceXml;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Makes an {@link Element} of one element of the document, within what {@link XtceXmlReader} and
 * the {@link Budget} allow.
 *
 * <p>Not thread-safe.
 */
final class ElementReader {
    /** Elements that say nothing about decoding, wherever they stand. */
    static final Set<String> HARMLESS =
            Set.of(
                    "AliasSet",
                    "AncillaryDataSet",
                    "DefaultRateInStream",
                    "RateInStreamSet",
                    "ParameterProperties",
                    "TimeAssociation",
                    "ToString",
                    "SizeRangeInCharacters");

    private final XtceXmlReader xml;
    private final Namespace namespace;
    private final Budget budget;
    private int elements;

    ElementReader(XtceXmlReader xml, Namespace namespace, Budget budget) {
        this.budget = budget;
        this.xml = xml;
        this.namespace = namespace;
    }

    /** Reads the element that has just begun, up to its end. */
    Element read() throws XMLStreamException {
        elements = 0;
        return element();
    }

    /** How many elements the last one had. */
    int elements() {
        return elements;
    }

    private Element element() throws XMLStreamException {
        Element element = open();
        StringBuilder text = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isHarmless()) {
                    skip();
                } else {
                    element.add(element());
                }
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text = append(text, element);
            }
        }
        if (text != null) {
            element.setText(text.toString());
        }
        return element;
    }

    private Element open() throws XMLStreamException {
        SourceLocation place = xml.location();
        elements++;
        long bytes = Budget.ELEMENT;
        List<String> attributes = new ArrayList<>(2 * xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i);
            if (uri == null || uri.isEmpty()) {
                String value = xml.getAttributeValue(i);
                bytes += value.length();
                attributes.add(xml.getAttributeLocalName(i));
                attributes.add(value);
            } else if (Namespace.isXtce(uri)) { // XTCE's attributes have no prefix
                attributes.add(xml.getAttributePrefix(i) + ":" + xml.getAttributeLocalName(i));
                attributes.add(xml.getAttributeValue(i));
            }
        }
        budget.take(bytes, place);
        return new Element(namespace.name(xml), place.line(), place.column(), attributes);
    }

    private StringBuilder append(StringBuilder text, Element element) throws XMLStreamException {
        if (text == null && !element.all().isEmpty() && xml.isWhiteSpace()) {
            return null; // between elements
        }
        StringBuilder all = text == null ? new StringBuilder() : text;
        if (all.length() + xml.getTextLength() > XtceXml.MAX_TEXT) {
            throw Budget.exceeded(
                    "the text of " + element.name() + " is longer than " + XtceXml.MAX_TEXT,
                    xml.location());
        }
        budget.take(xml.getTextLength(), xml.location());
        return all.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private boolean isHarmless() {
        return HARMLESS.contains(xml.getLocalName()) && namespace.holds(xml);
    }

    /** Goes to the end of the element that has just begun. */
    void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }
}
