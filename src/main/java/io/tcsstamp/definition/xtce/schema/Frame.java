package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.SourceLocation;

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
    }
}
