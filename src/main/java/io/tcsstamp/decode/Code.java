package io.tcsstamp.decode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of one generated method: what emitters say often, in short. */
final class Code {
    private final MethodVisitor out;
    private int nextLocal;

    /**
     * Starts a body.
     *
     * @param locals how many locals the parameters take
     */
    Code(MethodVisitor out, int locals) {
        this.out = out;
        this.nextLocal = locals;
        out.visitCode();
    }

    /** Room for a local variable of one or, for long and double, two words. */
    int local(int words) {
        int local = nextLocal;
        nextLocal += words;
        return local;
    }

    Code op(int opcode) {
        out.visitInsn(opcode);
        return this;
    }

    Code load(int opcode, int local) {
        out.visitVarInsn(opcode, local);
        return this;
    }

    Code aload(int local) {
        return load(Opcodes.ALOAD, local);
    }

    Code iload(int local) {
        return load(Opcodes.ILOAD, local);
    }

    Code lload(int local) {
        return load(Opcodes.LLOAD, local);
    }

    Code push(int value) {
        if (value >= -1 && value <= 5) {
            out.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            out.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            out.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            out.visitLdcInsn(value);
        }
        return this;
    }

    Code push(long value) {
        if (value == 0 || value == 1) {
            out.visitInsn(Opcodes.LCONST_0 + (int) value);
        } else if (value == (short) value) {
            push((int) value).op(Opcodes.I2L);
        } else {
            out.visitLdcInsn(value);
        }
        return this;
    }

    Code push(double value) {
        if (Double.doubleToRawLongBits(value) == 0) {
            out.visitInsn(Opcodes.DCONST_0);
        } else if (value == 1) {
            out.visitInsn(Opcodes.DCONST_1);
        } else {
            out.visitLdcInsn(value);
        }
        return this;
    }

    Code getField(Class<?> owner, String name, Class<?> type) {
        out.visitFieldInsn(
                Opcodes.GETFIELD, Type.getInternalName(owner), name, Type.getDescriptor(type));
        return this;
    }

    Code putField(Class<?> owner, String name, Class<?> type) {
        out.visitFieldInsn(
                Opcodes.PUTFIELD, Type.getInternalName(owner), name, Type.getDescriptor(type));
        return this;
    }

    Code getStatic(String owner, String name, Class<?> type) {
        out.visitFieldInsn(Opcodes.GETSTATIC, owner, name, Type.getDescriptor(type));
        return this;
    }

    Code call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        return call(Type.getInternalName(owner), name, result, parameters);
    }

    Code call(String owner, String name, Class<?> result, Class<?>... parameters) {
        out.visitMethodInsn(
                Opcodes.INVOKESTATIC, owner, name, descriptor(result, parameters), false);
        return this;
    }

    /** Calls a method of the generated class itself. */
    Code callOwn(String name, Class<?> result, Class<?>... parameters) {
        out.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                GeneratedClass.NAME,
                name,
                descriptor(result, parameters),
                false);
        return this;
    }

    Code callVirtual(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        out.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(owner),
                name,
                descriptor(result, parameters),
                false);
        return this;
    }

    Code callInterface(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        out.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                Type.getInternalName(owner),
                name,
                descriptor(result, parameters),
                true);
        return this;
    }

    Code jump(int opcode, Label label) {
        out.visitJumpInsn(opcode, label);
        return this;
    }

    Code mark(Label label) {
        out.visitLabel(label);
        return this;
    }

    Code lookupSwitch(Label otherwise, int[] keys, Label[] labels) {
        out.visitLookupSwitchInsn(otherwise, keys, labels);
        return this;
    }

    /** Ends the method here with a truth. */
    Code answer(boolean truth) {
        return push(truth ? 1 : 0).op(Opcodes.IRETURN);
    }

    void end() {
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    static String descriptor(Class<?> result, Class<?>... parameters) {
        Type[] types = new Type[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = Type.getType(parameters[i]);
        }
        return Type.getMethodDescriptor(Type.getType(result), types);
    }
}
