package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import javax.xml.stream.XMLStreamException;

/**
 * The first way through a document: which names there are, so that the second one can resolve
 * references at once and nothing but the result is held. Problems wait for the second one.
 *
 * <p>Not thread-safe.
 */
final class NamePass implements Document.Visitor {
    private final XtceXmlReader xml;
    private final Names names = new Names();

    NamePass(XtceXmlReader xml) {
        this.xml = xml;
    }

    Names names() {
        return names;
    }

    @Override
    public void system(String system, XtceXmlReader at) {
        // its name is in those of its items
    }

    @Override
    public void item(Kind kind, String system, ElementReader elements) throws XMLStreamException {
        String name = attribute("name");
        if (kind == Kind.PARAMETER && xml.getLocalName().equals("ParameterRef")) {
            String ref = attribute("parameterRef");
            if (ref != null) {
                names.alias(system, ref.strip());
            }
        } else if (name != null) {
            names.declare(kind, system, name);
        }
        elements.skip();
    }

    private String attribute(String wanted) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i);
            if ((uri == null || uri.isEmpty()) && xml.getAttributeLocalName(i).equals(wanted)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void problem(Problem problem) {
        // the second way through tells it
    }
}
