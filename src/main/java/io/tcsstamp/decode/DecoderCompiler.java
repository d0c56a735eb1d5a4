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
        GeneratedClass owner = GeneratedClass.ofDecoder();
        compiler.emitter(owner).decoder(plan);
        byte[] classFile;
        try {
            classFile = owner.bytes();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return interpreter;
        }
        classFiles.accept(classFile);
        int slots = compiler.budget.slots();
        return (PacketDecoder) owner.load(classFile, plan, interpreter, slots);
    }

    private ContainerEmitter emitter(GeneratedClass owner) {
        return new ContainerEmitter(owner, this, lengths, budget);
    }

    /**
     * Generates and loads a class of its own for what has no room in another.
     *
     * @param knownBytes how many bytes the packet has for certain
     */
    CompiledContainer generate(ContainerEmitter.Content content, int knownBytes) {
        GeneratedClass owner = GeneratedClass.ofContainer();
        emitter(owner).method("decode", content, knownBytes);
        byte[] classFile;
        try {
            classFile = owner.bytes();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return INTERPRETED;
        }
        classFiles.accept(classFile);
        return (CompiledContainer) owner.load(classFile);
    }
}
