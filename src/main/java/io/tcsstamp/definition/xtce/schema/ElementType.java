package io.tcsstamp.definition.xtce.schema;

import java.util.Map;

/**
 * What an element may hold.
 *
 * @param attributes by name
 * @param content its elements
 * @param value the kind of its text; null where text has no place
 * @param mixed any text may stand in it
 */
record ElementType(
        String name,
        Map<String, Attribute> attributes,
        ContentModel content,
        ValueKind value,
        boolean mixed) {

    /**
     * An attribute.
     *
     * @param preset the value that it has where it is not written; null if there is none
     */
    record Attribute(String name, ValueKind kind, boolean required, String preset) {}

    /** One that only holds a value. */
    static ElementType value(ValueKind kind) {
        return new ElementType(kind.name(), Map.of(), new ContentModel(Content.EMPTY), kind, false);
    }
}
