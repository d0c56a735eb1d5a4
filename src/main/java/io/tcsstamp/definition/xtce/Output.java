package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a definition is written to: the document, the place in it, and what it cannot say.
 *
 * <p>Not thread-safe.
 */
final class Output {
    /** What XTCE 1.2 allows for a name. */
    private static final String NOT_IN_NAMES = "./:[] ";

    private final XmlWriter xml;
    private final Definition definition;
    private final List<Problem> problems = new ArrayList<>();
    private String system = "";
    private String path = "";

    Output(XmlWriter xml, Definition definition) {
        this.xml = xml;
        this.definition = definition;
    }

    XmlWriter xml() {
        return xml;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Says which SpaceSystem is written. */
    void enter(String system) {
        this.system = system;
    }

    /** Says what is written. */
    void at(String path) {
        this.path = path;
    }

    /** The document says something else or nothing. */
    void lost(String message) {
        problems.add(Problem.warning("NOT_EXPRESSIBLE", definition.location(path), path, message));
    }

    /** The document says it, in a way that the schema does not allow. */
    void notInSchema(String message) {
        problems.add(Problem.warning("NOT_IN_SCHEMA", definition.location(path), path, message));
    }

    void attribute(String name, String value) throws IOException {
        check(value);
        xml.attribute(name, value);
    }

    void text(String text) throws IOException {
        check(text);
        xml.text(text);
    }

    private void check(String text) {
        if (!XmlWriter.canHold(text)) {
            lost("XML cannot hold a control character in " + Scope.quoted(text));
        }
    }

    /** A number as the schema writes it. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
            return Long.toString((long) value);
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        return Double.toString(value);
    }

    /** The name of something, without the SpaceSystem. */
    String simple(String qualified) {
        String name = qualified.substring(qualified.lastIndexOf('/') + 1);
        if (name.isEmpty() || name.chars().anyMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0)) {
            notInSchema("the name " + Scope.quoted(name) + " has a character of \". / : [ ]\"");
        }
        return name;
    }

    /** How something is called from here. */
    String ref(String qualified) {
        int cut = qualified.lastIndexOf('/');
        return qualified.substring(0, Math.max(cut, 0)).equals(system)
                ? qualified.substring(cut + 1)
                : qualified;
    }

    /** The attributes of a ParameterInstanceRef. */
    void instance(ParameterRef ref) throws IOException {
        if (!ref.path().isEmpty()) {
            notInSchema("the schema knows no reference to a member: " + ref.ref() + ref.path());
        }
        attribute("parameterRef", ref(ref.ref()) + ref.path());
        if (!ref.calibrated()) {
            attribute("useCalibratedValue", "false");
        }
    }

    /** The name and the description of what has just begun. */
    void described(String name, Description description) throws IOException {
        attribute("name", name);
        if (!description.brief().isEmpty()) {
            attribute("shortDescription", description.brief());
        }
    }

    /** The long description, which stands before all other elements. */
    void longDescription(Description description) throws IOException {
        if (!description.text().isEmpty()) {
            xml.begin("LongDescription");
            text(description.text());
            xml.end();
        }
    }
}
