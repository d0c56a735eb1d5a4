package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Notes what a document declares and what it refers to.
 *
 * <p>Not thread-safe.
 */
final class ReferenceWalk {
    /** What the attributes that refer to something refer to. */
    private static final Map<String, List<Kind>> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("parameterRef", List.of(Kind.PARAMETER)),
                    Map.entry("outputParameterRef", List.of(Kind.PARAMETER)),
                    Map.entry("containerRef", List.of(Kind.CONTAINER)),
                    Map.entry("triggerContainer", List.of(Kind.CONTAINER)),
                    Map.entry("parameterTypeRef", List.of(Kind.TYPE)),
                    Map.entry("typeRef", List.of(Kind.TYPE, Kind.ARGUMENT_TYPE)),
                    Map.entry("arrayTypeRef", List.of(Kind.TYPE, Kind.ARGUMENT_TYPE)),
                    Map.entry("baseType", List.of(Kind.TYPE, Kind.ARGUMENT_TYPE)),
                    Map.entry("argumentTypeRef", List.of(Kind.ARGUMENT_TYPE, Kind.TYPE)),
                    Map.entry("metaCommandRef", List.of(Kind.COMMAND)),
                    Map.entry("streamRef", List.of(Kind.STREAM)),
                    Map.entry("encodedStreamRef", List.of(Kind.STREAM)),
                    Map.entry("decodedStreamRef", List.of(Kind.STREAM)),
                    Map.entry("serviceRef", List.of(Kind.SERVICE)),
                    Map.entry("messageRef", List.of(Kind.MESSAGE)));

    /** What is declared in which set. */
    private static final Map<String, Kind> SETS =
            Map.of(
                    "ParameterTypeSet", Kind.TYPE,
                    "ParameterSet", Kind.PARAMETER,
                    "ContainerSet", Kind.CONTAINER,
                    "CommandContainerSet", Kind.CONTAINER,
                    "ArgumentTypeSet", Kind.ARGUMENT_TYPE,
                    "MetaCommandSet", Kind.COMMAND,
                    "StreamSet", Kind.STREAM,
                    "ServiceSet", Kind.SERVICE,
                    "MessageSet", Kind.MESSAGE);

    /** Elements that give a parameter its value: from a packet, an algorithm or a command. */
    private static final Set<String> USES =
            Set.of(
                    "ParameterRefEntry",
                    "ParameterSegmentRefEntry",
                    "ArrayParameterRefEntry",
                    "OutputParameterRef",
                    "MathOperation",
                    "ParameterToSet");

    /**
     * A reference.
     *
     * @param kinds what it may mean, most likely first
     * @param use true where the parameter gets a value
     * @param path what it stands in
     */
    record Reference(
            List<Kind> kinds,
            String system,
            String ref,
            boolean use,
            SourceLocation at,
            String path) {}

    private final XtceXmlReader xml;
    private final Names names = new Names();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, SourceLocation> types = new LinkedHashMap<>();
    private final Map<String, SourceLocation> parameters = new LinkedHashMap<>();
    private final CommandArguments arguments = new CommandArguments(names);
    private final List<String> elements = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private String system = "";
    private String parameter = "";
    private boolean indirect;

    ReferenceWalk(XtceXmlReader xml) {
        this.xml = xml;
    }

    Names names() {
        return names;
    }

    List<Reference> references() {
        return references;
    }

    /** Parameter types by qualified name. */
    Map<String, SourceLocation> types() {
        return types;
    }

    /** Parameters that should stand in a packet, by qualified name. */
    Map<String, SourceLocation> parameters() {
        return parameters;
    }

    CommandArguments arguments() {
        return arguments;
    }

    /** True where entries are chosen while decoding, so that any parameter may be used. */
    boolean isIndirect() {
        return indirect;
    }

    void run() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (elements.isEmpty() && !xml.getLocalName().equals("SpaceSystem")) {
                    return; // not XTCE, which is told by others
                }
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            }
        }
    }

    private void start(String element) {
        String parent = elements.isEmpty() ? "" : elements.get(elements.size() - 1);
        String name = attribute("name");
        String path = items.isEmpty() ? "" : items.get(items.size() - 1);
        if (element.equals("SpaceSystem")) {
            system = system + "/" + (name == null ? "" : name);
            path = system;
        } else if (SETS.containsKey(parent)) {
            path = declare(SETS.get(parent), element, name);
        } else if (element.equals("CommandContainer") && name != null) {
            names.declare(Kind.CONTAINER, system, name); // inside its command
        } else if (element.equals("ParameterProperties")) {
            properties();
        }
        elements.add(element);
        items.add(path);
        indirect |= element.equals("IndirectParameterRefEntry");
        arguments.element(element, parent, name, system, xml);
        refer(element, path);
    }

    private String declare(Kind kind, String element, String name) {
        String ref = attribute("parameterRef");
        if (element.equals("ParameterRef") && ref != null) {
            names.alias(system, ref.strip());
            return system;
        }
        if (name == null) {
            return system;
        }
        names.declare(kind, system, name);
        String qualified = system + "/" + name;
        if (kind == Kind.TYPE) {
            types.putIfAbsent(qualified, xml.location());
        } else if (kind == Kind.PARAMETER) {
            parameters.putIfAbsent(qualified, xml.location());
            parameter = qualified;
        }
        return qualified;
    }

    /** A parameter that is calculated or constant need not stand in a packet. */
    private void properties() {
        String from = attribute("dataSource");
        if (from != null && !from.equals("telemetered")) {
            parameters.remove(parameter);
        }
    }

    private void refer(String element, String path) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            List<Kind> kinds = ATTRIBUTES.get(xml.getAttributeLocalName(i));
            String ref = kinds == null ? "" : xml.getAttributeValue(i).strip();
            if (!ref.isEmpty()) {
                boolean use = USES.contains(element);
                references.add(new Reference(kinds, system, ref, use, xml.location(), path));
            }
        }
    }

    private void end() {
        String element = elements.remove(elements.size() - 1);
        items.remove(items.size() - 1);
        arguments.end(element);
        if (element.equals("SpaceSystem")) {
            system = system.substring(0, system.lastIndexOf('/'));
        }
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }
}
