package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that decodes a container and what inherits from it. */
final class ContainerEmitter {
    /** Parameters of a method that decodes a container, and their locals. */
    static final Class<?>[] DECODE = {byte[].class, int.class, int.class, PacketValues.class};

    static final int BYTES = 1;
    static final int OFFSET = 2;
    static final int LENGTH = 3;
    static final int VALUES = 4;

    /** So many fields wait at most for their code. */
    private static final int MOST_PENDING = 2048;

    private final GeneratedClass owner;
    private final DecoderCompiler compiler;
    private final PacketLengths lengths;
    private final CompilerBudget budget;
    private final PartEmitter parts;
    private final StepEmitter steps;
    private final BranchEmitter branches;

    ContainerEmitter(
            GeneratedClass owner,
            DecoderCompiler compiler,
            PacketLengths lengths,
            CompilerBudget budget) {
        this.compiler = compiler;
        this.owner = owner;
        this.lengths = lengths;
        this.budget = budget;
        this.parts = new PartEmitter(owner);
        this.steps = new StepEmitter(owner, parts, budget);
        this.branches = new BranchEmitter(owner, this, steps);
    }

    /**
     * Emits a method that decodes a container, or the rest of it.
     *
     * @param name of the method
     * @param from the first of the container's steps to do
     * @param knownBytes how many bytes the packet has for certain
     */
    void method(String name, ContainerPlan plan, int from, Place at, int knownBytes) {
        Body body = open(name, knownBytes);
        container(plan, from, at, body);
        body.close();
    }

    private Body open(String name, int knownBytes) {
        MethodVisitor out =
                owner.method(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
                        name,
                        Code.descriptor(boolean.class, DECODE));
        Code code = new Code(out, VALUES + 1);
        return new Body(owner, code, new int[] {BYTES, OFFSET, VALUES}, knownBytes);
    }

    /** Emits code that decodes a container, from one of its steps on, and ends the method. */
    void container(ContainerPlan plan, int from, Place at, Body body) {
        if (!budget.enter()) {
            body.code.jump(Opcodes.GOTO, body.fail);
        } else if (from == 0 && !at.loose()) {
            body.require(LENGTH, lengths.least(plan, at.bit()));
            rest(plan, from, at, body);
        } else {
            rest(plan, from, at, body);
        }
        budget.leave();
    }

    private void rest(ContainerPlan plan, int from, Place at, Body body) {
        List<Step> all = plan.steps();
        for (int next = from; next < all.size(); ) {
            if (body.isFull()) {
                elsewhere(plan, next, at, body);
                return;
            }
            int end = endOfKnown(all, next);
            boolean possible;
            if (at.loose()) {
                end = Math.max(end, steps.endOfCalls(all, next));
                possible = steps.loose(all.subList(next, end), at, body);
            } else if (end > next) {
                possible = fixed(all.subList(next, end), at, body);
            } else {
                end = next + 1;
                possible = steps.single(all.get(next), at, body);
            }
            if (!possible || at.beyond()) {
                body.code.jump(Opcodes.GOTO, body.fail);
                return;
            }
            next = end;
        }
        branches.emit(plan, at, body);
    }

    private static int endOfKnown(List<Step> all, int from) {
        int end = from;
        while (end < all.size() && end - from < MOST_PENDING && StepEmitter.knows(all.get(end))) {
            end++;
        }
        return end;
    }

    /** Emits the code of fields at known places. */
    private boolean fixed(List<Step> known, Place at, Body body) {
        List<PlacedField> fields = new ArrayList<>();
        for (Step step : known) {
            if (step instanceof FieldStep field) {
                fields.add(at.place(field));
            } else {
                at.skip(step.fixedBits());
            }
            if (at.beyond()) {
                return false;
            }
        }
        if (!fields.isEmpty()) {
            body.require(LENGTH, fields.get(fields.size() - 1).end() + 7 >> 3);
            budget.needSlots(at.slot());
            parts.fixed(fields, body);
        }
        return budget.takeFields(fields.size());
    }

    /** Emits code that decodes a container, or the rest of it, elsewhere, and ends the method. */
    void elsewhere(ContainerPlan plan, int from, Place at, Body body) {
        Code code = body.code;
        if (owner.isFull()) {
            CompiledContainer other = compiler.generate(plan, from, at, body.knownBytes());
            owner.push(code, other, CompiledContainer.class);
            code.aload(BYTES).iload(OFFSET).iload(LENGTH).aload(VALUES);
            code.callInterface(CompiledContainer.class, "decode", boolean.class, DECODE);
        } else {
            callHere(body, inner -> container(plan, from, at, inner));
            return;
        }
        code.op(Opcodes.IRETURN);
    }

    /** Emits the call of a method with further code, which ends this one. */
    void callHere(Body body, Consumer<Body> content) {
        String name = owner.methodName();
        Body inner = open(name, body.knownBytes());
        content.accept(inner);
        inner.close();
        body.code.aload(0).aload(BYTES).iload(OFFSET).iload(LENGTH).aload(VALUES);
        body.code.callOwn(name, boolean.class, DECODE).op(Opcodes.IRETURN);
    }

    /** Emits the end of a packet that was decoded. */
    void finish(ContainerPlan plan, Place at, Body body) {
        Code code = body.code;
        if (at.loose()) {
            code.aload(VALUES);
            owner.push(code, plan, ContainerPlan.class);
            code.callVirtual(PacketValues.class, "finish", void.class, ContainerPlan.class);
            code.answer(true);
            return;
        }
        if (at.beyond() || !budget.takeConstants(at.slot())) {
            code.jump(Opcodes.GOTO, body.fail);
            return;
        }
        body.require(LENGTH, at.bit() + 7 >> 3);
        code.aload(VALUES).aload(BYTES).iload(OFFSET).iload(LENGTH);
        owner.push(code, at.fields(), Field[].class);
        code.push((long) at.bit());
        owner.push(code, plan, ContainerPlan.class);
        owner.push(code, at.lastSlots(), int[].class);
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
