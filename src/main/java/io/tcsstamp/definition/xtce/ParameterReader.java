package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Parameter;
import java.util.Set;

/** Reads parameters. XTCE: ParameterSet. */
final class ParameterReader {
    /** What may stand in a ParameterSet. */
    static final Set<String> KINDS = Set.of("Parameter", "ParameterRef");

    private ParameterReader() {}

    /**
     * Reads a parameter.
     *
     * @param name what output calls it
     */
    static Parameter read(Scope scope, Element at, String name) {
        at.ignore("initialValue");
        return new Parameter(
                name,
                scope.path(),
                scope.references().type(at, "parameterTypeRef"),
                DescriptionReader.read(at));
    }
}
