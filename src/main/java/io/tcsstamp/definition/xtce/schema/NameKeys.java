package io.tcsstamp.definition.xtce.schema;

import java.util.List;

/**
 * Which names must be unique: within a SpaceSystem those of parameters, types, containers and so
 * on, telemetry and commands together; within a MetaCommand those of arguments.
 */
final class NameKeys {
    /** The one kind of names that a MetaCommand holds together, not a SpaceSystem. */
    static final String ARGUMENT = "argument";

    private NameKeys() {}

    /**
     * What the name of an element must be unique among.
     *
     * @param set the element around it, and {@code part} the one around that
     * @return nothing if it need not
     */
    static List<String> of(String element, String set, String part) {
        return switch (set) {
            case "ParameterSet" -> element.equals("Parameter") ? List.of("parameter") : List.of();
            case "ParameterTypeSet" ->
                    part.equals("CommandMetaData")
                            ? List.of("parameter type", "argument type")
                            : List.of("parameter type");
            case "ArgumentTypeSet" -> List.of("argument type");
            case "ContainerSet", "CommandContainerSet" -> List.of("container");
            case "MessageSet" -> List.of("message");
            case "StreamSet" -> List.of("stream");
            case "AlgorithmSet" -> List.of("algorithm");
            case "ServiceSet" -> List.of("service");
            case "MetaCommandSet" ->
                    switch (element) {
                        case "MetaCommand" -> List.of("MetaCommand");
                        case "BlockMetaCommand" -> List.of("BlockMetaCommand");
                        default -> List.of();
                    };
            case "ArgumentList" -> List.of(ARGUMENT);
            default -> List.of();
        };
    }
}
