package io.tcsstamp.definition.xtce;

import java.util.ArrayList;
import java.util.List;

/**
 * An element with what is in it. It remembers what was asked for, so that {@link Leftovers} can
 * tell what nobody asked for: nothing in a document is passed over in silence.
 *
 * <p>Not thread-safe.
 */
final class Element {
    private static final String[] NO_ATTRIBUTES = {};

    private final String name;
    private final int line;
    private final int column;
    private final String[] attributes;
    private final boolean[] asked;
    private List<Element> children = List.of();
    private String text = "";
    private boolean used;
    private boolean textUsed;

    /**
     * Creates an element.
     *
     * @param attributes names and values in turn
     */
    Element(String name, int line, int column, List<String> attributes) {
        this.name = name;
        this.line = line;
        this.column = column;
        this.attributes = attributes.isEmpty() ? NO_ATTRIBUTES : attributes.toArray(String[]::new);
        this.asked = new boolean[this.attributes.length / 2];
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
    }

    void setText(String text) {
        this.text = text;
    }

    /** The value of an attribute, null without it. */
    String attribute(String wanted) {
        for (int i = 0; i < asked.length; i++) {
            if (attributes[2 * i].equals(wanted)) {
                asked[i] = true;
                return attributes[2 * i + 1];
            }
        }
        return null;
    }

    /** Attributes that do not matter, as is documented. */
    Element ignore(String... harmless) {
        for (String attribute : harmless) {
            attribute(attribute);
        }
        return this;
    }

    /** The text in it, not that of its children. */
    String text() {
        textUsed = true;
        return text;
    }

    /** The first child of a name, null without one. */
    Element child(String wanted) {
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                child.used = true;
                return child;
            }
        }
        return null;
    }

    /** All children of a name. */
    List<Element> children(String wanted) {
        List<Element> found = new ArrayList<>();
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                child.used = true;
                found.add(child);
            }
        }
        return found;
    }

    /** All children, which counts as having asked for none of them. */
    List<Element> all() {
        return children;
    }

    /** Marks this one as understood. */
    Element use() {
        used = true;
        return this;
    }

    /** Marks it and all that is in it as dealt with. */
    void settle() {
        used = true;
        textUsed = true;
        java.util.Arrays.fill(asked, true);
        children.forEach(Element::settle);
    }

    boolean isUsed() {
        return used;
    }

    boolean hasStrayText() {
        return !textUsed && !text.isBlank();
    }

    /** The attributes nobody asked for. */
    List<String> unaskedAttributes() {
        List<String> names = List.of();
        for (int i = 0; i < asked.length; i++) {
            if (!asked[i]) {
                names = names.isEmpty() ? new ArrayList<>() : names;
                names.add(attributes[2 * i]);
            }
        }
        return names;
    }
}
