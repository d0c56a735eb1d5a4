package io.tcsstamp.definition.xtce.schema;

import java.util.function.BooleanSupplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** Hands what the hardened reader reads to the JDK's validator. Not thread-safe. */
final class ValidatorFeed {
    private final XtceXmlReader xml;
    private final ValidatorHandler validator;
    private final AttributesImpl attributes = new AttributesImpl();
    private final LocatorImpl locator = new LocatorImpl();
    private UniqueNames names;

    ValidatorFeed(XtceXmlReader xml, ValidatorHandler validator) {
        this.xml = xml;
        this.validator = validator;
    }

    /** Has unique names checked too. */
    void watch(UniqueNames unique) {
        names = unique;
    }

    void run(BooleanSupplier enough) throws XMLStreamException, SAXException {
        validator.setDocumentLocator(locator);
        validator.startDocument();
        while (xml.hasNext() && !enough.getAsBoolean()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> start();
                case XMLStreamReader.END_ELEMENT -> end();
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                        validator.characters(
                                xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case XMLStreamReader.END_DOCUMENT -> validator.endDocument();
                default -> {
                    // comments and processing instructions mean nothing
                }
            }
        }
    }

    private void start() throws SAXException {
        place();
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            validator.startPrefixMapping(
                    text(xml.getNamespacePrefix(i)), text(xml.getNamespaceURI(i)));
        }
        attributes.clear();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            attributes.addAttribute(
                    text(xml.getAttributeNamespace(i)),
                    name,
                    qualified(xml.getAttributePrefix(i), name),
                    xml.getAttributeType(i),
                    xml.getAttributeValue(i));
        }
        validator.startElement(
                text(xml.getNamespaceURI()), xml.getLocalName(), qualifiedName(), attributes);
        if (names != null) {
            names.begin(xml.getLocalName(), xml.getAttributeValue(null, "name"), xml.location());
        }
    }

    private void end() throws SAXException {
        place();
        if (names != null) {
            names.end();
        }
        validator.endElement(text(xml.getNamespaceURI()), xml.getLocalName(), qualifiedName());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            validator.endPrefixMapping(text(xml.getNamespacePrefix(i)));
        }
    }

    private void place() {
        locator.setLineNumber(xml.location().line());
        locator.setColumnNumber(xml.location().column());
    }

    private String qualifiedName() {
        return qualified(xml.getPrefix(), xml.getLocalName());
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
