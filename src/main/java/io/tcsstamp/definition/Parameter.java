package io.tcsstamp.definition;

import java.util.Objects;

/**
 * A parameter: a name for a value of a type. XTCE: Parameter.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name what output calls it: the simple name where no other parameter of the definition has
 *     it, else the path below the outermost SpaceSystem, as {@code Sub/NAME}
 * @param qualifiedName {@code /SpaceSystem/.../NAME}
 * @param typeRef the qualified name of its type
 * @param description the short and the long description
 */
public record Parameter(
        String name, String qualifiedName, String typeRef, Description description) {

    /** Creates a parameter. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(qualifiedName, "qualifiedName");
        Objects.requireNonNull(typeRef, "typeRef");
        Objects.requireNonNull(description, "description");
    }
}
