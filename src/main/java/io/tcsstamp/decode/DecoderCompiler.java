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
        GeneratedClass owner = new GeneratedClass();
        ContainerEmitter emitter = new ContainerEmitter(owner, new PacketLengths());
        emitter.method("decode", plan.root(), Place.start(plan.references()), 0);
        CompiledContainer compiled = owner.load(owner.bytes());
        return new CompiledDecoder(plan, compiled, interpreter, emitter.slots());
    }
}
