package io.tcsstamp.decode;

/**
 * Code generated from a {@link ContainerPlan}: decodes a container and what inherits from it.
 *
 * <p>Immutable and thread-safe.
 */
interface CompiledContainer {
    /**
     * Decodes a packet or the rest of one.
     *
     * @return false when anything about the packet is out of the ordinary: then the values are in
     *     no state to be used, and the interpreter must decode it
     */
    boolean decode(byte[] bytes, int offset, int length, PacketValues into);
}
