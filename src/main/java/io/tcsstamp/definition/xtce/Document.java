package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Walks through the SpaceSystems of a document and hands out its types, parameters and containers.
 * What else stands there is either known not to matter or a problem.
 *
 * <p>Not thread-safe.
 */
final class Document {
    /** Parts of a SpaceSystem that telemetry does not need. */
    private static final Set<String> HARMLESS_PARTS =
            Set.of(
                    "LongDescription",
                    "AliasSet",
                    "AncillaryDataSet",
                    "Header",
                    "CommandMetaData",
                    "ServiceSet");

    /** Parts of TelemetryMetaData that decoding does not need. */
    private static final Set<String> HARMLESS_SETS =
            Set.of("MessageSet", "StreamSet", "AlgorithmSet");

    private static final Set<String> SYSTEM_ATTRIBUTES =
            Set.of("name", "shortDescription", "operationalStatus");

    /** Who gets what stands in a document. */
    interface Visitor {
        /** A SpaceSystem begins, by its qualified name. */
        void system(String system, SourceLocation at);

        /** A type, parameter or container begins; the visitor goes to its end. */
        void item(Kind kind, String system, ElementReader elements) throws XMLStreamException;

        /** Something is wrong. */
        void problem(Problem problem);
    }

    private final XtceXmlReader xml;
    private final Visitor visitor;
    private final Budget budget;
    private ElementReader elements;
    private Namespace namespace;

    Document(XtceXmlReader xml, Visitor visitor, Budget budget) {
        this.budget = budget;
        this.xml = xml;
        this.visitor = visitor;
    }

    /** Goes through the whole document. */
    void walk() throws XMLStreamException {
        while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            xml.next();
        }
        String uri = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        if (!uri.isEmpty() && !Namespace.isXtce(uri)) {
            problem(
                    "INVALID_XTCE_NAMESPACE",
                    "the namespace "
                            + Scope.quoted(uri)
                            + " is not one of XTCE's, as http://www.omg.org/spec/XTCE/20180204");
            return;
        }
        namespace = new Namespace(uri);
        elements = new ElementReader(xml, namespace, budget);
        if (!name().equals("SpaceSystem")) {
            problem(
                    "UNKNOWN_ELEMENT",
                    "an XTCE document begins with SpaceSystem, not with " + name());
            return;
        }
        system("");
        while (xml.hasNext()) {
            xml.next(); // what follows must be well-formed too
        }
    }

    private void system(String parent) throws XMLStreamException {
        String system = parent + "/" + systemName();
        budget.take(Budget.NAME + system.length(), xml.location());
        visitor.system(system, xml.location());
        while (nextChild()) {
            if (name().equals("SpaceSystem")) {
                system(system);
            } else if (name().equals("TelemetryMetaData")) {
                noAttributes();
                telemetry(system);
            } else {
                leave(HARMLESS_PARTS, "SpaceSystem");
            }
        }
    }

    private String systemName() {
        String name = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            if (!isPlain(i)) {
                continue;
            }
            if (attribute.equals("name")) {
                name = xml.getAttributeValue(i);
            } else if (!SYSTEM_ATTRIBUTES.contains(attribute)) {
                unknownAttribute(attribute);
            }
        }
        if (!Names.isName(name)) {
            problem(
                    name.isBlank() ? "MISSING_ATTRIBUTE" : "INVALID_VALUE",
                    "a SpaceSystem needs a name of up to "
                            + Names.MAX_NAME
                            + " characters, without a slash: "
                            + Scope.quoted(name));
            return "?";
        }
        return name;
    }

    private void telemetry(String system) throws XMLStreamException {
        while (nextChild()) {
            switch (name()) {
                case "ParameterTypeSet" -> set(Kind.TYPE, system, TypeReader.KINDS);
                case "ParameterSet" -> set(Kind.PARAMETER, system, ParameterReader.KINDS);
                case "ContainerSet" -> set(Kind.CONTAINER, system, Set.of("SequenceContainer"));
                default -> leave(HARMLESS_SETS, "TelemetryMetaData");
            }
        }
    }

    private void set(Kind kind, String system, Set<String> items) throws XMLStreamException {
        String set = name();
        noAttributes();
        while (nextChild()) {
            if (items.contains(name())) {
                budget.take(Budget.NAME + system.length(), xml.location());
                visitor.item(kind, system, elements);
            } else {
                leave(Set.of(), set);
            }
        }
    }

    /** Goes to the next child, or to the end of the element. */
    private boolean nextChild() throws XMLStreamException {
        for (int event = xml.next(); ; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        problem("UNKNOWN_TEXT", "text where only elements may be");
                    }
                }
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private void leave(Set<String> harmless, String parent) throws XMLStreamException {
        if (!harmless.contains(name())) {
            problem("UNKNOWN_ELEMENT", name() + " is not known or has no place in " + parent);
        }
        elements.skip();
    }

    private void noAttributes() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (isPlain(i)) {
                unknownAttribute(xml.getAttributeLocalName(i));
            }
        }
    }

    private boolean isPlain(int attribute) {
        String uri = xml.getAttributeNamespace(attribute);
        return uri == null || uri.isEmpty();
    }

    private String name() {
        return namespace.name(xml);
    }

    private void unknownAttribute(String attribute) {
        problem("UNKNOWN_ATTRIBUTE", "attribute " + attribute + " is not known in " + name());
    }

    private void problem(String code, String message) {
        visitor.problem(Problem.error(code, xml.location(), "", message));
    }
}
