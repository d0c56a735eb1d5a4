package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import java.util.Objects;

/**
 * Decodes with generated code what is in order, and leaves everything else to the interpreter.
 *
 * <p>Immutable and thread-safe.
 */
final class CompiledDecoder implements PacketDecoder {
    /** What is longer has no extents, and is refused by the interpreter. */
    private static final int MOST_BYTES = (int) (0xFFFF_FFFFL >> 3);

    private final DecodePlan plan;
    private final CompiledContainer compiled;
    private final PacketDecoder interpreter;
    private final int slots;

    /**
     * Creates a decoder.
     *
     * @param compiled from the plan
     * @param interpreter of the same plan
     * @param slots how many slots the generated code takes for granted
     */
    CompiledDecoder(
            DecodePlan plan, CompiledContainer compiled, PacketDecoder interpreter, int slots) {
        this.plan = plan;
        this.compiled = compiled;
        this.interpreter = interpreter;
        this.slots = slots;
    }

    @Override
    public Definition definition() {
        return plan.definition();
    }

    @Override
    public Container root() {
        return plan.root().container();
    }

    @Override
    public PacketValues newValues() {
        return new PacketValues(plan, slots);
    }

    @Override
    public boolean decode(byte[] bytes, int offset, int length, PacketValues into) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return into.plan == plan && length <= MOST_BYTES && compiled(bytes, offset, length, into)
                || interpreter.decode(bytes, offset, length, into);
    }

    private boolean compiled(byte[] bytes, int offset, int length, PacketValues into) {
        try {
            return compiled.decode(bytes, offset, length, into);
        } catch (DecodeFailure e) {
            // the interpreter says where it was
            return false;
        }
    }
}
