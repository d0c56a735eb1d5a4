package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The first way through a document: which names there are, so that references can be resolved at
 * once. What it reads is kept for {@link BuildPass} as long as the document is not large.
 *
 * <p>Not thread-safe.
 */
final class NamePass implements Document.Visitor {
    /** How many elements are kept; a document with more is read a second time. */
    static final int MAX_KEPT = 200_000;

    /** What stands in a SpaceSystem; without an element it is the SpaceSystem itself. */
    private record Item(Kind kind, String system, SourceLocation at, Element element) {}

    private final XtceXmlReader xml;
    private final int maxKept;
    private final Names names = new Names();
    private List<Item> kept = new ArrayList<>();
    private List<Problem> problems = new ArrayList<>();
    private int elements;

    NamePass(XtceXmlReader xml, int maxKept) {
        this.xml = xml;
        this.maxKept = maxKept;
    }

    Names names() {
        return names;
    }

    /** True when all was kept. */
    boolean isComplete() {
        return kept != null;
    }

    /** Hands on what was kept, in order. */
    void replay(BuildPass build) {
        problems.forEach(build::problem);
        for (Item item : kept) {
            if (item.element() == null) {
                build.system(item.system(), item.at());
            } else {
                build.item(item.kind(), item.system(), item.element());
            }
        }
    }

    @Override
    public void system(String system, SourceLocation at) {
        if (kept != null) {
            kept.add(new Item(null, system, at, null));
        }
    }

    @Override
    public void item(Kind kind, String system, ElementReader reader) throws XMLStreamException {
        if (kept == null) {
            declare(kind, system, xml.getLocalName(), attribute("name"), attribute("parameterRef"));
            reader.skip();
            return;
        }
        Element element = reader.read();
        declare(
                kind,
                system,
                element.name(),
                element.attribute("name"),
                kind == Kind.PARAMETER ? element.attribute("parameterRef") : null);
        elements += reader.elements();
        if (elements > maxKept) {
            kept = null;
            problems = null;
        } else {
            kept.add(new Item(kind, system, null, element));
        }
    }

    private void declare(Kind kind, String system, String element, String name, String ref) {
        if (element.equals("ParameterRef")) {
            if (ref != null) {
                names.alias(system, ref.strip());
            }
        } else if (name != null) {
            names.declare(kind, system, name);
        }
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
        if (problems != null && problems.size() <= Problems.MAX) {
            problems.add(problem);
        }
    }
}
