package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.SourceLocation;
import java.util.HashMap;
import java.util.Map;

/** An element that is open while a document is walked. Used again for the next one of its depth. */
final class Frame {
    ElementType type;
    String element;
    String name;
    SourceLocation location;
    int state;
    boolean disordered;
    boolean stray;
    boolean nil;
    final StringBuilder text = new StringBuilder();

    /** The lines of the names that must be unique below this element, by what they name. */
    private Map<String, Map<String, SourceLocation>> names = new HashMap<>();

    void begin(ElementType newType, String newElement, SourceLocation newLocation) {
        type = newType;
        element = newElement;
        location = newLocation;
        name = null;
        state = 0;
        disordered = false;
        stray = false;
        nil = false;
        text.setLength(0);
        if (!names.isEmpty()) {
            names = new HashMap<>();
        }
    }

    /** Notes a name; the place of the one that has it already, or null. */
    SourceLocation unique(String what, String newName, SourceLocation place) {
        return names.computeIfAbsent(what, key -> new HashMap<>()).putIfAbsent(newName, place);
    }
}
