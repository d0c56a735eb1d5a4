package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

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

    BranchEmitter branches() {
        return branches;
    }

    /** What is in a method; it ends the method. */
    interface Content {
        /** Emits it by an emitter of the class that the method is in. */
        void emit(ContainerEmitter by, Body body);
    }

    /**
     * Emits a method.
     *
     * @param knownBytes how many bytes the packet has for certain
     */
    void method(String name, Content content, int knownBytes) {
        Code code = new Code(declare(name), VALUES + 1);
        Body body = new Body(owner, code, new int[] {BYTES, OFFSET, VALUES}, knownBytes);
        content.emit(this, body);
        body.close();
    }

    private MethodVisitor declare(String name) {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL;
        return owner.method(access, name, Code.descriptor(boolean.class, DECODE));
    }

    /** Emits the method that decodes packets, from the container that every packet starts with. */
    void decoder(DecodePlan plan) {
        MethodVisitor out = declare("decode");
        Code code = new Code(out, VALUES + 1);
        Label begin = new Label();
        Label failed = new Label();
        Label interpret = new Label();
        Body body = new Body(owner, code, new int[] {BYTES, OFFSET, VALUES}, 0);
        out.visitTryCatchBlock(begin, body.fail, failed, Type.getInternalName(DecodeFailure.class));
        code.mark(begin);
        code.iload(OFFSET).iload(LENGTH).aload(BYTES).op(Opcodes.ARRAYLENGTH);
        code.call(Objects.class, "checkFromIndexSize", int.class, int.class, int.class, int.class);
        code.op(Opcodes.POP);
        code.aload(VALUES).getField(PacketValues.class, "plan", DecodePlan.class);
        owner.push(code, plan, DecodePlan.class);
        code.jump(Opcodes.IF_ACMPNE, body.fail);
        code.iload(LENGTH).push(CompiledDecoder.MOST_BYTES).jump(Opcodes.IF_ICMPGT, body.fail);
        container(plan.root(), 0, Place.start(plan.references()), body);
        code.mark(body.fail).jump(Opcodes.GOTO, interpret);
        // the interpreter says where it was
        code.mark(failed).op(Opcodes.POP);
        code.mark(interpret);
        code.aload(0).aload(BYTES).iload(OFFSET).iload(LENGTH).aload(VALUES);
        code.callOwn("interpret", boolean.class, DECODE).op(Opcodes.IRETURN).end();
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
        elsewhere(body, (by, inner) -> by.container(plan, from, at, inner));
    }

    /** Emits code in another method, of another class where this one is full, and ends this one. */
    void elsewhere(Body body, Content content) {
        Code code = body.code;
        if (owner.isFull()) {
            owner.push(
                    code, compiler.generate(content, body.knownBytes()), CompiledContainer.class);
            code.aload(BYTES).iload(OFFSET).iload(LENGTH).aload(VALUES);
            code.callInterface(CompiledContainer.class, "decode", boolean.class, DECODE);
        } else {
            String name = owner.methodName();
            method(name, content, body.knownBytes());
            code.aload(0).aload(BYTES).iload(OFFSET).iload(LENGTH).aload(VALUES);
            code.callOwn(name, boolean.class, DECODE);
        }
        code.jump(Opcodes.IFEQ, body.fail).answer(true);
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
