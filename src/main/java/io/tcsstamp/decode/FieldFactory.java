package io.tcsstamp.decode;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Makes fields; each parameter, and each named part of one, has one field only. */
final class FieldFactory {
    private final References references;
    private final Predicate<String> selected;
    private final Map<String, Field> made = new HashMap<>();

    FieldFactory(References references, Predicate<String> selected) {
        this.references = references;
        this.selected = selected;
    }

    References references() {
        return references;
    }

    boolean isSelected(Parameter parameter) {
        return selected.test(parameter.name());
    }

    /** The field of a part that is known in the plan. */
    Field field(Parameter parameter, String path, ParameterType.Scalar type) {
        return made.computeIfAbsent(
                parameter.qualifiedName() + path,
                key -> create(parameter, path, type, isSelected(parameter)));
    }

    /** A field of its own, for a part that a packet makes known. Thread-safe. */
    Field create(Parameter parameter, String path, ParameterType.Scalar type, boolean isSelected) {
        return new Field(
                parameter.name() + path,
                parameter,
                type,
                Encodings.rawKind(type.encoding()),
                Encodings.valueKind(type),
                Encodings.contextual(type),
                isSelected,
                references.number(parameter, path));
    }
}
