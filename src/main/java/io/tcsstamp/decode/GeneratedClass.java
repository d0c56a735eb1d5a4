package io.tcsstamp.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class in the making: methods and constant objects go in, an instance of a hidden class comes
 * out. Nothing refers to the hidden class but its instance, and it goes when that goes.
 */
final class GeneratedClass {
    /** Its name within the generated code. */
    static final String NAME = "io/tcsstamp/decode/Compiled";

    /** So many fields are well below all limits of a class file. */
    private static final int FULL = 2500;

    private static final int ACC_CONSTANT =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final List<Object> constants = new ArrayList<>();
    private final List<Class<?>> constantTypes = new ArrayList<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private int methods;
    private int weight;

    private final MethodType constructor;

    private GeneratedClass(Class<?> base, MethodType constructor, String... interfaces) {
        this.constructor = constructor;
        String superName = Type.getInternalName(base);
        String descriptor = constructor.toMethodDescriptorString();
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
        out.visit(Opcodes.V17, access, NAME, null, superName, interfaces);
        MethodVisitor init = out.visitMethod(0, "<init>", descriptor, null, null);
        init.visitCode();
        init.visitVarInsn(Opcodes.ALOAD, 0);
        int local = 1;
        for (Class<?> parameter : constructor.parameterList()) {
            // none is a long or a double, which take two
            init.visitVarInsn(Type.getType(parameter).getOpcode(Opcodes.ILOAD), local++);
        }
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", descriptor, false);
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
    }

    /** A decoder, without its method {@link PacketDecoder#decode}. */
    static GeneratedClass ofDecoder() {
        return new GeneratedClass(
                CompiledDecoder.class,
                MethodType.methodType(
                        void.class, DecodePlan.class, PacketDecoder.class, int.class));
    }

    /** A container, without its method {@link CompiledContainer#decode}. */
    static GeneratedClass ofContainer() {
        return new GeneratedClass(
                Object.class,
                MethodType.methodType(void.class),
                Type.getInternalName(CompiledContainer.class));
    }

    /** The name of the static final field that holds an object. */
    String constant(Object value, Class<?> type) {
        return names.computeIfAbsent(
                value,
                v -> {
                    String name = "C" + constants.size();
                    constants.add(value);
                    constantTypes.add(type);
                    out.visitField(ACC_CONSTANT, name, Type.getDescriptor(type), null, null)
                            .visitEnd();
                    return name;
                });
    }

    /** Emits the load of an object that is a constant of the class. */
    void push(Code code, Object value, Class<?> type) {
        code.getStatic(NAME, constant(value, type), type);
    }

    /** Accounts for code that was emitted. */
    void grow(int weight) {
        this.weight += weight;
    }

    /** True where further containers should have a class of their own. */
    boolean isFull() {
        return weight > FULL || constants.size() > FULL;
    }

    /** The next free name of a method. */
    String methodName() {
        return "m" + methods++;
    }

    MethodVisitor method(int access, String name, String descriptor) {
        return out.visitMethod(access, name, descriptor, null, null);
    }

    /** The class file, complete with what fills the constants. */
    byte[] bytes() {
        MethodVisitor init = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        if (!constants.isEmpty()) {
            init.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/invoke/MethodHandles",
                    "lookup",
                    "()Ljava/lang/invoke/MethodHandles$Lookup;",
                    false);
            init.visitLdcInsn("_");
            init.visitLdcInsn(Type.getType(Object[].class));
            init.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/invoke/MethodHandles",
                    "classData",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                            + "Ljava/lang/Class;)Ljava/lang/Object;",
                    false);
            init.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/lang/Object;");
            init.visitVarInsn(Opcodes.ASTORE, 0);
        }
        for (int i = 0; i < constants.size(); i++) {
            init.visitVarInsn(Opcodes.ALOAD, 0);
            init.visitLdcInsn(i);
            init.visitInsn(Opcodes.AALOAD);
            init.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(constantTypes.get(i)));
            init.visitFieldInsn(
                    Opcodes.PUTSTATIC, NAME, "C" + i, Type.getDescriptor(constantTypes.get(i)));
        }
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
        out.visitEnd();
        return out.toByteArray();
    }

    /**
     * Loads a class file of {@link #bytes} and makes an instance.
     *
     * @param arguments of the constructor of its base
     */
    Object load(byte[] classFile, Object... arguments) {
        try {
            MethodHandles.Lookup hidden =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(classFile, constants.toArray(), true);
            return hidden.findConstructor(hidden.lookupClass(), constructor)
                    .invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("generated code could not be loaded", e);
        }
    }
}
