package io.tcsstamp.cli;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.decode.NearNames;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters that a user asks for, by names and by patterns with {@code *}. Stateless. */
final class Selection {
    private Selection() {}

    /**
     * The names that are meant.
     *
     * @param wanted names or patterns
     * @throws UsageException if one means no parameter, with names that are near
     */
    static Set<String> of(List<String> wanted, Definition definition) {
        List<String> names =
                definition.parameters().values().stream().map(Parameter::name).toList();
        NamePatterns patterns = NamePatterns.of(String.join(",", wanted));
        for (String one : patterns.without(names)) {
            throw new UsageException(
                    "--select: the definition "
                            + definition.name()
                            + " "
                            + NearNames.unknown(one, names));
        }
        return names.stream().filter(patterns).collect(Collectors.toSet());
    }

    /** The parameters that are the time of a packet, if they are in it. */
    static Set<String> absoluteTimes(Definition definition) {
        return definition.parameters().values().stream()
                .filter(
                        parameter ->
                                definition.type(parameter) instanceof ParameterType.OfTime type
                                        && type.absolute())
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }
}
