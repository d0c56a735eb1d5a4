package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;

/**
 * Decodes with generated code what is in order, and leaves everything else to the interpreter. The
 * generated class extends this one and has {@link #decode} whole, so that the JVM optimises it for
 * one definition, whatever other decoders there are.
 *
 * <p>Immutable and thread-safe.
 */
abstract class CompiledDecoder implements PacketDecoder {
    /** What is longer has no extents, and is refused by the interpreter. */
    static final int MOST_BYTES = (int) (0xFFFF_FFFFL >> 3);

    private final DecodePlan plan;
    private final PacketDecoder interpreter;
    private final int slots;

    /**
     * Creates a decoder.
     *
     * @param interpreter of the same plan
     * @param slots how many slots the generated code takes for granted
     */
    CompiledDecoder(DecodePlan plan, PacketDecoder interpreter, int slots) {
        this.plan = plan;
        this.interpreter = interpreter;
        this.slots = slots;
    }

    @Override
    public final Definition definition() {
        return plan.definition();
    }

    @Override
    public final Container root() {
        return plan.root().container();
    }

    @Override
    public final PacketValues newValues() {
        return new PacketValues(plan, slots);
    }

    /** Decodes a packet that is out of the ordinary. */
    final boolean interpret(byte[] bytes, int offset, int length, PacketValues into) {
        return interpreter.decode(bytes, offset, length, into);
    }
}
