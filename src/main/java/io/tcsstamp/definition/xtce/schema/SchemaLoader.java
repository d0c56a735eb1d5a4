package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/** Reads the user's schema. */
final class SchemaLoader {
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final long LARGEST = 64L << 20;

    /** The keys of the published schema, for names that {@link UniqueNames} watches. */
    private static final Set<String> KEYS =
            Set.of(
                    "parameterNameKey",
                    "parameterTypeNameKey",
                    "metaCommandNameKey",
                    "blockMetaCommandNameKey",
                    "algorithmNameKey",
                    "streamNameKey",
                    "serviceNameKey",
                    "containerNameKey",
                    "messageNameKey",
                    "argumentTypeNameKey",
                    "ArgumentNameKey");

    /**
     * A schema.
     *
     * @param xtce true where unique names are left to {@link UniqueNames}
     */
    record Loaded(Schema schema, boolean xtce) {}

    private final Path file;

    private final boolean keepKeys;

    private SchemaLoader(Path file, boolean keepKeys) {
        this.file = file;
        this.keepKeys = keepKeys;
    }

    static Loaded load(Path file, boolean keepKeys) throws DefinitionException {
        return new SchemaLoader(file, keepKeys).load();
    }

    private Loaded load() throws DefinitionException {
        try {
            if (Files.size(file) > LARGEST) {
                throw unusable("larger than " + LARGEST + " bytes");
            }
            Document document = parse();
            Element root = document.getDocumentElement();
            if (!XSD.equals(root.getNamespaceURI()) || !root.getLocalName().equals("schema")) {
                throw unusable(
                        "not an XML Schema (its root element is "
                                + root.getNodeName()
                                + "); give the .xsd file, as the OMG publishes it for XTCE");
            }
            importXmlNamespace(document);
            boolean xtce = root.getAttribute("targetNamespace").equals(XtceSchema.NAMESPACE);
            if (xtce && !keepKeys) {
                removeKeys(document);
            }
            return new Loaded(
                    factory().newSchema(new DOMSource(document, file.toUri().toString())),
                    xtce && !keepKeys);
        } catch (SAXParseException e) {
            throw unusable(place(e), SchemaMessages.plain(e.getMessage()));
        } catch (SAXException | RefusedResourceException e) {
            throw unusable(SchemaMessages.plain(e.getMessage()));
        } catch (IOException e) {
            throw unusable(XtceXml.problem(e, file.toString()).message());
        }
    }

    private Document parse() throws SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try (InputStream bytes = Files.newInputStream(file)) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // else the parser prints
            return builder.parse(bytes, file.toUri().toString());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published schema uses xml:base; without an import that would stop it. */
    private static void importXmlNamespace(Document document) {
        NodeList imports = document.getElementsByTagNameNS(XSD, "import");
        for (int i = 0; i < imports.getLength(); i++) {
            String namespace = ((Element) imports.item(i)).getAttribute("namespace");
            if (namespace.equals(XMLConstants.XML_NS_URI)) {
                return;
            }
        }
        Element root = document.getDocumentElement();
        Element added = document.createElementNS(XSD, "import");
        added.setPrefix(root.getPrefix());
        added.setAttribute("namespace", XMLConstants.XML_NS_URI);
        root.insertBefore(added, root.getFirstChild());
    }

    /**
     * The JDK's validator compares every name with all before it, which takes hours in large
     * documents.
     */
    private static void removeKeys(Document document) {
        NodeList keys = document.getElementsByTagNameNS(XSD, "key");
        for (int i = keys.getLength() - 1; i >= 0; i--) {
            if (KEYS.contains(((Element) keys.item(i)).getAttribute("name"))) {
                keys.item(i).getParentNode().removeChild(keys.item(i));
            }
        }
    }

    private SchemaFactory factory() throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        try {
            factory.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            // then the messages are in the user's language
        }
        factory.setResourceResolver(new BesideResolver(file));
        return factory;
    }

    private SourceLocation place(SAXParseException e) {
        return e.getLineNumber() < 1
                ? SourceLocation.of(file.toString())
                : new SourceLocation(
                        file.toString(), e.getLineNumber(), Math.max(1, e.getColumnNumber()));
    }

    private DefinitionException unusable(String message) {
        return unusable(SourceLocation.of(file.toString()), message);
    }

    private static DefinitionException unusable(SourceLocation place, String message) {
        return new DefinitionException(
                List.of(Problem.error(SchemaFile.UNUSABLE, place, "", message)));
    }
}
