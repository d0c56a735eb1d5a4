package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Code that decodes a container and what inherits from it, as long as every bit offset and every
 * slot is known beforehand.
 */
final class ContainerEmitter {
    /** More fields than this in a method, and it is split. */
    static final int FIELDS_PER_METHOD = 24;

    private static final int INLINED_FIELDS = 36;
    private static final Class<?>[] DECODE = {
        byte[].class, int.class, int.class, PacketValues.class
    };
    private static final Class<?>[] PART = {byte[].class, int.class, PacketValues.class};
    static final int BYTES = 1;
    static final int OFFSET = 2;
    static final int LENGTH = 3;
    static final int VALUES = 4;

    private final GeneratedClass owner;
    private final PacketLengths lengths;
    private int slots;

    ContainerEmitter(GeneratedClass owner, PacketLengths lengths) {
        this.owner = owner;
        this.lengths = lengths;
    }

    /**
     * Emits the method that decodes a container.
     *
     * @param name of the method
     * @param at where the container starts
     */
    void method(String name, ContainerPlan plan, Place at, int knownBytes) {
        MethodVisitor out =
                owner.method(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
                        name,
                        Code.descriptor(boolean.class, DECODE));
        Code code = new Code(out, 5);
        Body body = new Body(owner, code, new int[] {BYTES, OFFSET, VALUES}, knownBytes);
        container(plan, at, body);
        code.mark(body.fail).answer(false).end();
    }

    /** How many slots the code needs at most. */
    int slots() {
        return slots;
    }

    private void container(ContainerPlan plan, Place at, Body body) {
        int bytes = lengths.least(plan, at.bit());
        if (bytes > body.knownBytes()) {
            tooShort(bytes, body);
            body.know(bytes);
        }
        List<PlacedField> pending = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof SkipStep && step.fixedBits() >= 0) {
                at.skip(step.fixedBits());
            } else if (FieldEmitter.knows(step)) {
                pending.add(at.place((FieldStep) step));
            } else {
                // TODO dynamic
                body.code.jump(Opcodes.GOTO, body.fail);
                return;
            }
        }
        fields(pending, body);
        end(plan, at, body);
    }

    private void tooShort(int bytes, Body body) {
        body.code.iload(LENGTH).push(bytes).jump(Opcodes.IF_ICMPLT, body.fail);
    }

    private void fields(List<PlacedField> fields, Body body) {
        if (fields.isEmpty()) {
            return;
        }
        List<FieldGroup> groups = FieldGroup.of(fields);
        if (body.room(groups.size(), INLINED_FIELDS)) {
            body.emit(groups);
            return;
        }
        for (int from = 0; from < groups.size(); from += FIELDS_PER_METHOD) {
            int to = Math.min(groups.size(), from + FIELDS_PER_METHOD);
            String name = part(groups.subList(from, to), body.knownBytes());
            body.code.aload(0).aload(BYTES).iload(OFFSET).aload(VALUES);
            body.code.callOwn(name, boolean.class, PART);
            body.code.jump(Opcodes.IFEQ, body.fail);
        }
    }

    private String part(List<FieldGroup> groups, int knownBytes) {
        String name = owner.methodName();
        MethodVisitor out =
                owner.method(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                        name,
                        Code.descriptor(boolean.class, PART));
        Code code = new Code(out, 4);
        Body body = new Body(owner, code, new int[] {1, 2, 3}, knownBytes);
        body.emit(groups);
        code.answer(true);
        code.mark(body.fail).answer(false).end();
        return name;
    }

    private void end(ContainerPlan plan, Place at, Body body) {
        Label none = new Label();
        List<ContainerPlan.Branch> branches = plan.branches();
        CriterionEmitter criteria = new CriterionEmitter(body, at);
        if (branches.size() == 1) {
            criteria.test(branches.get(0).criterion(), none);
            inherit(branches.get(0).plan(), at.copy(), body);
        } else if (!branches.isEmpty()) {
            // TODO several
            body.code.jump(Opcodes.GOTO, body.fail);
        }
        body.code.mark(none);
        if (plan.container().isAbstract()) {
            body.code.jump(Opcodes.GOTO, body.fail);
        } else {
            finish(plan, at, body);
        }
    }

    private void inherit(ContainerPlan plan, Place at, Body body) {
        container(plan, at, body);
    }

    private void finish(ContainerPlan plan, Place at, Body body) {
        slots = Math.max(slots, at.slot());
        Code code = body.code;
        code.aload(VALUES).aload(BYTES).iload(OFFSET).iload(LENGTH);
        code.getStatic(GeneratedClass.NAME, owner.constant(at.fields(), Field[].class), Field[].class);
        code.push((long) at.bit());
        code.getStatic(
                GeneratedClass.NAME, owner.constant(plan, ContainerPlan.class), ContainerPlan.class);
        code.getStatic(GeneratedClass.NAME, owner.constant(at.lastSlots(), int[].class), int[].class);
        code.callVirtual(
                PacketValues.class,
                "finish",
                void.class,
                byte[].class,
                int.class,
                int.class,
                Field[].class,
                long.class,
                ContainerPlan.class,
                int[].class);
        code.answer(true);
    }
}
