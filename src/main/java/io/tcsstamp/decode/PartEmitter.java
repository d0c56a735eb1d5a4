package io.tcsstamp.decode;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Code for many fields in a row: here, or where they are many in methods of their own, because a
 * large method is compiled badly, and a very large one never.
 */
final class PartEmitter {
    /** More groups than this in a method, and it is split. */
    static final int GROUPS_PER_METHOD = 24;

    private static final Class<?>[] FIXED = {byte[].class, int.class, PacketValues.class};
    private static final Class<?>[] LOOSE = {
        byte[].class, int.class, PacketValues.class, int.class
    };

    private final GeneratedClass owner;

    PartEmitter(GeneratedClass owner) {
        this.owner = owner;
    }

    /** Emits code for fields at known places from the start of the packet. */
    void fixed(List<PlacedField> fields, Body body) {
        List<FieldGroup> groups = FieldGroup.of(fields);
        if (body.roomInPlace(groups.size())) {
            body.emit(groups);
            return;
        }
        for (int from = 0; from < groups.size(); from += GROUPS_PER_METHOD) {
            int to = Math.min(groups.size(), from + GROUPS_PER_METHOD);
            String name = part(groups.subList(from, to), FIXED, body.knownBytes());
            body.code.aload(0).aload(ContainerEmitter.BYTES).iload(ContainerEmitter.OFFSET);
            body.code.aload(ContainerEmitter.VALUES);
            body.code.callOwn(name, boolean.class, FIXED);
            body.code.jump(Opcodes.IFEQ, body.fail);
            body.count(1);
        }
    }

    /**
     * Emits code for fields at known places from where decoding is, a whole byte.
     *
     * @param bytes how many bytes from there are in the packet for certain
     * @param base the local with the index of that byte
     * @param slot the local with the first slot
     */
    void loose(List<PlacedField> fields, int bytes, int base, int slot, Body body) {
        List<FieldGroup> groups = FieldGroup.of(fields);
        for (int from = 0; from < groups.size(); from += GROUPS_PER_METHOD) {
            int to = Math.min(groups.size(), from + GROUPS_PER_METHOD);
            String name = part(groups.subList(from, to), LOOSE, bytes);
            body.code.aload(0).aload(ContainerEmitter.BYTES).iload(base);
            body.code.aload(ContainerEmitter.VALUES).iload(slot);
            body.code.callOwn(name, boolean.class, LOOSE);
            body.code.jump(Opcodes.IFEQ, body.fail);
            body.count(1);
        }
    }

    private String part(List<FieldGroup> groups, Class<?>[] parameters, int knownBytes) {
        String name = owner.methodName();
        MethodVisitor out =
                owner.method(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                        name,
                        Code.descriptor(boolean.class, parameters));
        Code code = new Code(out, 1 + parameters.length);
        int[] locals = parameters == FIXED ? new int[] {1, 2, 3} : new int[] {1, 2, 3, 4};
        Body body = new Body(owner, code, locals, knownBytes);
        body.emit(groups);
        code.answer(true);
        body.close();
        return name;
    }
}
