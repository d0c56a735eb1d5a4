package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.xtce.schema.ElementType.Attribute;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;

/** Checks the attributes of the element that begins, and values. Not thread-safe. */
final class AttributeCheck {
    private final XtceXmlReader xml;
    private final BiConsumer<Frame, String> problem;
    private boolean schemaLocation;

    AttributeCheck(XtceXmlReader xml, BiConsumer<Frame, String> problem) {
        this.xml = xml;
        this.problem = problem;
    }

    boolean hasSchemaLocation() {
        return schemaLocation;
    }

    void check(Frame frame, boolean older) {
        Map<String, Attribute> known = frame.type.attributes();
        frame.name = xml.getAttributeValue(null, "name");
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)) {
                instance(frame, name, value);
                continue;
            }
            boolean plain = namespace == null || namespace.isEmpty();
            String written = plain ? name : xml.getAttributePrefix(i) + ":" + name;
            boolean ours = plain || XMLConstants.XML_NS_URI.equals(namespace);
            Attribute attribute = ours ? known.get(written) : null;
            if (attribute == null) {
                unknown(frame, written, known);
            } else {
                value(frame, written, attribute.kind(), value, older);
            }
        }
        for (Attribute attribute : known.values()) {
            if (attribute.required() && xml.getAttributeValue(null, attribute.name()) == null) {
                problem.accept(
                        frame, "attribute " + attribute.name() + " is missing in " + frame.element);
            }
        }
    }

    private void unknown(Frame frame, String written, Map<String, Attribute> known) {
        String allowed =
                known.isEmpty()
                        ? "; it has none"
                        : Suggestion.of(written, known.keySet())
                                + "; allowed: "
                                + String.join(", ", known.keySet());
        problem.accept(
                frame,
                "attribute "
                        + Quote.shortened(written)
                        + " is not known in "
                        + frame.element
                        + allowed);
    }

    /** The attributes that XML Schema allows everywhere. */
    private void instance(Frame frame, String name, String value) {
        switch (name) {
            case "schemaLocation" -> schemaLocation = true;
            case "noNamespaceSchemaLocation" -> {}
            case "nil" -> nil(frame, value.strip());
            case "type" ->
                    problem.accept(
                            frame,
                            "xsi:type is not supported: an XTCE element says its type by its name");
            default -> problem.accept(frame, "attribute xsi:" + name + " is not known");
        }
    }

    private void nil(Frame frame, String value) {
        if (!frame.element.equals("SpaceSystem")) {
            problem.accept(frame, "xsi:nil is not allowed at " + frame.element);
        }
        frame.nil = value.equals("true") || value.equals("1");
    }

    /** Checks a value of an attribute, or the text of an element. */
    void value(Frame frame, String where, ValueKind kind, String value, boolean older) {
        if (kind.accepts(value, older)) {
            return;
        }
        problem.accept(
                frame,
                Quote.of(value)
                        + " is no value of "
                        + (where.equals(frame.element) ? where : frame.element + "/@" + where)
                        + "; expected "
                        + kind.expected()
                        + Suggestion.of(value, kind.choices()));
    }
}
