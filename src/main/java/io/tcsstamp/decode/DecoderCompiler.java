package io.tcsstamp.decode;

/** Makes a decoder of generated code from a plan. */
final class DecoderCompiler {
    private DecoderCompiler() {}

    /**
     * Compiles a plan.
     *
     * @param interpreter of the same plan, which gets the packets that are out of the ordinary
     */
    static PacketDecoder compile(DecodePlan plan, PacketDecoder interpreter) {
        CompilerBudget budget = new CompilerBudget();
        Place start = Place.start(plan.references());
        CompiledContainer compiled =
                generate(plan.root(), 0, start, 0, new PacketLengths(), budget);
        return new CompiledDecoder(plan, compiled, interpreter, budget.slots());
    }

    /** Generates and loads a class that decodes a container, from one of its steps on. */
    static CompiledContainer generate(
            ContainerPlan plan,
            int from,
            Place at,
            int knownBytes,
            PacketLengths lengths,
            CompilerBudget budget) {
        GeneratedClass owner = new GeneratedClass();
        new ContainerEmitter(owner, lengths, budget).method("decode", plan, from, at, knownBytes);
        return owner.load(owner.bytes());
    }
}
