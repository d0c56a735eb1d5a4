package io.tcsstamp.definition.xtce.schema;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/**
 * Finds what a schema imports or includes: the declarations of the xml namespace here, everything
 * else by its file name in the folder of the schema. The network is never asked. Not thread-safe.
 */
final class BesideResolver implements LSResourceResolver {
    private static final String XML_NAMESPACE =
            """
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="%s">
              <attribute name="base" type="anyURI"/>
              <attribute name="lang" type="string"/>
              <attribute name="id" type="ID"/>
              <attribute name="space" type="NCName"/>
              <attributeGroup name="specialAttrs">
                <attribute ref="xml:base"/><attribute ref="xml:lang"/>
                <attribute ref="xml:space"/><attribute ref="xml:id"/>
              </attributeGroup>
            </schema>
            """
                    .formatted(XMLConstants.XML_NS_URI);

    private final Path folder;
    private final DOMImplementationLS inputs;

    BesideResolver(Path schema) {
        this.folder = schema.toAbsolutePath().getParent();
        try {
            this.inputs =
                    (DOMImplementationLS)
                            DocumentBuilderFactory.newDefaultInstance()
                                    .newDocumentBuilder()
                                    .getDOMImplementation()
                                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public LSInput resolveResource(
            String type, String namespace, String publicId, String systemId, String base) {
        LSInput input = inputs.createLSInput();
        if (XMLConstants.XML_NS_URI.equals(namespace)) {
            input.setCharacterStream(new StringReader(XML_NAMESPACE));
            input.setSystemId(folder.resolve("xml.xsd").toUri().toString());
            return input;
        }
        if (systemId == null) {
            throw new RefusedResourceException(
                    "it needs " + namespace + " and does not say where that is");
        }
        String name = systemId.substring(systemId.lastIndexOf('/') + 1);
        try {
            Path file = folder.resolve(name);
            input.setByteStream(Files.newInputStream(file));
            input.setSystemId(file.toUri().toString());
            return input;
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedResourceException(
                    "it needs " + systemId + ", which is not fetched: put a copy into " + folder);
        }
    }
}
