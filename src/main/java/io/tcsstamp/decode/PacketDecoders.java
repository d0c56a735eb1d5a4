package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;

/** Makes decoders of definitions. */
public final class PacketDecoders {
    private PacketDecoders() {}

    /**
     * A decoder that follows the definition step by step: the reference for what decoding gives.
     *
     * @throws DefinitionException where something in the definition cannot be decoded, with the
     *     place where it stands
     * @throws IllegalArgumentException for a root container that there is not, with the names there
     *     are
     */
    public static PacketDecoder interpreted(Definition definition, DecoderOptions options)
            throws DefinitionException {
        return new Interpreter(PlanBuilder.build(definition, options));
    }

    /**
     * A decoder of code made for the definition: the same values, many times faster.
     *
     * @throws DefinitionException where something in the definition cannot be decoded, with the
     *     place where it stands
     * @throws IllegalArgumentException for a root container that there is not, with the names there
     *     are
     */
    public static PacketDecoder compiled(Definition definition, DecoderOptions options)
            throws DefinitionException {
        DecodePlan plan = PlanBuilder.build(definition, options);
        return DecoderCompiler.compile(plan, new Interpreter(plan));
    }
}
