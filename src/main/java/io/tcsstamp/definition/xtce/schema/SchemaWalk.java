package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One walk through a document. Not thread-safe. */
final class SchemaWalk {
    private final XtceXmlReader xml;
    private final Findings findings;
    private final XtceTable table = XtceTable.get();
    private final List<Frame> frames = new ArrayList<>();
    private final AttributeCheck attributes;
    private final UniqueNames names = new UniqueNames(this::problem);
    private int depth;
    private String namespace;
    private boolean older;
    private SourceLocation root;

    SchemaWalk(XtceXmlReader xml, Findings findings) {
        this.xml = xml;
        this.findings = findings;
        this.attributes = new AttributeCheck(xml, this::problem);
    }

    void run() throws XMLStreamException {
        while (xml.hasNext() && !findings.overflown()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> start();
                case XMLStreamReader.END_ELEMENT -> end(frames.get(--depth));
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                        text();
                default -> {
                    // comments and processing instructions mean nothing
                }
            }
        }
    }

    /** Where the document begins without saying where its schema is, else null. */
    SourceLocation withoutSchemaLocation() {
        return attributes.hasSchemaLocation() ? null : root;
    }

    /** Whether the document is in no namespace. */
    boolean hasNoNamespace() {
        return "".equals(namespace);
    }

    private void start() throws XMLStreamException {
        ElementType type = depth == 0 ? root() : child(frames.get(depth - 1));
        if (type == null) {
            skip();
            return;
        }
        if (frames.size() == depth) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth++);
        frame.begin(type, xml.getLocalName(), xml.location());
        attributes.check(frame, older);
        names.begin(frame.element, frame.name, frame.location);
    }

    private ElementType root() {
        root = xml.location();
        namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        older = namespace.isEmpty() || namespace.equals(XtceSchema.OLDER_NAMESPACE);
        if (!xml.getLocalName().equals("SpaceSystem")) {
            problem(
                    "the document is a "
                            + xml.getLocalName()
                            + ", expected SpaceSystem: is it an XTCE file?");
            return null;
        }
        if (!namespace.equals(XtceSchema.NAMESPACE)) {
            findings.add(
                    Problem.error(
                            XtceSchema.WRONG_NAMESPACE,
                            xml.location(),
                            "SpaceSystem",
                            namespaceMessage()));
            problem("there is no XTCE element SpaceSystem in " + described(namespace));
        }
        return table.root();
    }

    private String namespaceMessage() {
        String found =
                namespace.equals(XtceSchema.OLDER_NAMESPACE)
                        ? "the namespace is that of XTCE 1.0 and 1.1 (" + namespace + ")"
                        : "the document is in " + described(namespace);
        return found + "; XTCE 1.2 has xmlns=\"" + XtceSchema.NAMESPACE + "\"";
    }

    private static String described(String namespace) {
        return namespace.isEmpty() ? "no namespace" : "namespace " + namespace;
    }

    /** The type of the element that begins; null if it has no place and is passed over. */
    private ElementType child(Frame parent) {
        String name = xml.getLocalName();
        String own = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        ContentModel model = parent.type.content();
        if (!own.equals(namespace)) {
            problem(
                    name
                            + " is in "
                            + described(own)
                            + ", the document in "
                            + described(namespace));
            return null;
        }
        if (model.size() == 0 || parent.nil) {
            problem("element " + name + " has no place in " + parent.element + holds(parent));
            return null;
        }
        int state = model.after(parent.state, name);
        if (state == ContentModel.NONE) {
            state = model.anywhere(name);
            if (state != ContentModel.NONE && !parent.disordered) {
                parent.disordered = true; // what follows from it is not told again
                problem(
                        "element "
                                + name
                                + " cannot stand here in "
                                + parent.element
                                + "; "
                                + expected(parent));
            }
        }
        if (state == ContentModel.NONE || model.element(state).older() && !older) {
            Set<String> known = model.names();
            problem(
                    "element "
                            + name
                            + " is not known in "
                            + parent.element
                            + Suggestion.of(name, known)
                            + "; allowed here: "
                            + String.join(", ", known));
            return null;
        }
        parent.state = state;
        return table.typeOf(model.element(state));
    }

    private static String holds(Frame parent) {
        if (parent.nil) {
            return ", which is said to be nil";
        }
        return parent.type.value() != null || parent.type.mixed()
                ? ", which holds text only"
                : ", which holds no elements";
    }

    private static String expected(Frame parent) {
        Set<String> names = parent.type.content().expected(parent.state);
        String end = "the end of " + parent.element;
        if (names.isEmpty()) {
            return "expected here: " + end;
        }
        String list = String.join(", ", names);
        return "expected here: "
                + list
                + (parent.type.content().complete(parent.state) ? " or " + end : "");
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            }
        }
    }

    private void text() {
        if (depth == 0) {
            return;
        }
        Frame frame = frames.get(depth - 1);
        if (frame.type.value() != null) {
            if (frame.text.length() + xml.getTextLength() <= XtceXml.MAX_TEXT) {
                frame.text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (!frame.stray) {
                frame.stray = true;
                problem(frame, "the text of " + frame.element + " is too long");
            }
        } else if (!frame.type.mixed() && !frame.stray) {
            boolean empty = frame.type.content().size() == 0 || frame.nil;
            if (empty ? xml.getTextLength() > 0 : !xml.isWhiteSpace()) {
                frame.stray = true;
                problem(frame, strayText(frame));
            }
        }
    }

    private String strayText(Frame frame) {
        return xml.isWhiteSpace()
                ? frame.element
                        + " must be empty, even of white space: write <"
                        + frame.element
                        + " .../>"
                : "the text " + Quote.of(xml.getText()) + " has no place in " + frame.element;
    }

    private void end(Frame frame) {
        names.end();
        ElementType type = frame.type;
        if (type.value() != null && !frame.stray) {
            attributes.value(frame, frame.element, type.value(), frame.text.toString(), older);
        }
        if (!frame.disordered && !frame.nil && !type.content().complete(frame.state)) {
            problem(
                    frame,
                    frame.element
                            + " is not complete; expected in it"
                            + (frame.state == 0 ? "" : " after " + last(frame))
                            + ": "
                            + String.join(", ", type.content().expected(frame.state)));
        }
    }

    private static String last(Frame frame) {
        return frame.type.content().element(frame.state).name();
    }

    private void problem(String message) {
        findings.add(Problem.error(XtceSchema.INVALID, xml.location(), path(depth), message));
    }

    private void problem(Frame frame, String message) {
        int open = frames.indexOf(frame) + 1;
        findings.add(Problem.error(XtceSchema.INVALID, frame.location, path(open), message));
    }

    private String path(int open) {
        StringBuilder path = new StringBuilder();
        for (Frame frame : frames.subList(0, Math.min(open, frames.size()))) {
            path.append(path.length() == 0 ? "" : "/").append(frame.element);
            if (frame.name != null) {
                path.append('[').append(Quote.shortened(frame.name)).append(']');
            }
        }
        return path.toString();
    }
}
