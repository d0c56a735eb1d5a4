package io.tcsstamp.definition.xtce.schema;

import java.util.List;

/** What may stand in an element, as a tree; {@link ContentModel} is made of it. */
sealed interface Content {
    Content EMPTY = new Sequence(List.of());

    /**
     * An element.
     *
     * @param type the name of its type; null for one that holds only a value
     * @param kind the kind of that value; null for one with a type
     * @param older only XTCE 1.0 and 1.1 know it
     */
    record Element(String name, String type, ValueKind kind, boolean older) implements Content {}

    record Sequence(List<Content> parts) implements Content {}

    record Choice(List<Content> parts) implements Content {}

    /**
     * Several times the same.
     *
     * @param least 0, 1 or 2
     * @param many false: at most once
     */
    record Repeat(Content part, int least, boolean many) implements Content {}
}
