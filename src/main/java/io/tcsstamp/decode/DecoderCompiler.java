package io.tcsstamp.decode;

import java.util.function.Consumer;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** Makes a decoder of generated code from a plan. Not thread-safe. */
final class DecoderCompiler {
    /** In place of code that is too large for a class file. */
    private static final CompiledContainer INTERPRETED = (bytes, offset, length, into) -> false;

    private final PacketLengths lengths = new PacketLengths();
    private final CompilerBudget budget = new CompilerBudget();
    private final Consumer<byte[]> classFiles;

    private DecoderCompiler(Consumer<byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    /**
     * Compiles a plan.
     *
     * @param interpreter of the same plan, which gets the packets that are out of the ordinary
     */
    static PacketDecoder compile(DecodePlan plan, PacketDecoder interpreter) {
        return compile(plan, interpreter, classFile -> {});
    }

    /**
     * Compiles a plan.
     *
     * @param classFiles gets each class that is generated
     */
    static PacketDecoder compile(
            DecodePlan plan, PacketDecoder interpreter, Consumer<byte[]> classFiles) {
        DecoderCompiler compiler = new DecoderCompiler(classFiles);
        CompiledContainer code =
                compiler.generate(plan.root(), 0, Place.start(plan.references()), 0);
        return new CompiledDecoder(plan, code, interpreter, compiler.budget.slots());
    }

    /**
     * Generates and loads a class that decodes a container, or the rest of it.
     *
     * @param from the first of the container's steps to do
     * @param knownBytes how many bytes the packet has for certain
     */
    CompiledContainer generate(ContainerPlan plan, int from, Place at, int knownBytes) {
        GeneratedClass owner = new GeneratedClass();
        new ContainerEmitter(owner, this, lengths, budget)
                .method("decode", plan, from, at, knownBytes);
        byte[] classFile;
        try {
            classFile = owner.bytes();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return INTERPRETED;
        }
        classFiles.accept(classFile);
        return owner.load(classFile);
    }
}
