package io.tcsstamp.decode;

import io.tcsstamp.definition.MatchCriteria.Operator;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Code that tests a criterion over values whose slots are known beforehand. */
final class CriterionEmitter {
    private final GeneratedClass owner;
    private final Body body;
    private final Place at;

    CriterionEmitter(GeneratedClass owner, Body body, Place at) {
        this.owner = owner;
        this.body = body;
        this.at = at;
    }

    /** True where there is code for a criterion; else it must be asked. */
    boolean knows(Criterion criterion) {
        if (at.loose()) {
            return false;
        }
        if (criterion instanceof IntegerCriterion c) {
            return at.lastSlot(c.operand().reference()) >= 0;
        }
        if (criterion instanceof AndCriterion c) {
            return c.all().stream().allMatch(this::knows);
        }
        return criterion instanceof OrCriterion c && c.any().stream().allMatch(this::knows);
    }

    /**
     * Emits a test that falls through where it holds. What is not known is asked, and the {@link
     * PacketValues} must be settled for that.
     */
    void test(Criterion criterion, Label otherwise) {
        if (!knows(criterion)) {
            owner.push(body.code, criterion, Criterion.class);
            body.code.aload(ContainerEmitter.VALUES);
            body.code.callInterface(Criterion.class, "test", boolean.class, PacketValues.class);
            body.code.jump(Opcodes.IFEQ, otherwise);
        } else if (criterion instanceof AndCriterion c) {
            c.all().forEach(one -> test(one, otherwise));
        } else if (criterion instanceof OrCriterion c) {
            or(c, otherwise);
        } else {
            IntegerCriterion c = (IntegerCriterion) criterion;
            compare(c);
            body.code.jump(jumpUnless(c.operator()), otherwise);
        }
    }

    private void or(OrCriterion or, Label otherwise) {
        Label holds = new Label();
        for (Criterion one : or.any()) {
            Label next = new Label();
            test(one, next);
            body.code.jump(Opcodes.GOTO, holds).mark(next);
        }
        body.code.jump(Opcodes.GOTO, otherwise).mark(holds);
    }

    private void compare(IntegerCriterion c) {
        raw(c);
        body.code.push(c.literal());
        if (c.unsigned()) {
            body.code.call(Long.class, "compareUnsigned", int.class, long.class, long.class);
        } else {
            body.code.op(Opcodes.LCMP);
        }
    }

    /** Pushes the integer that is compared. */
    void raw(IntegerCriterion c) {
        body.code.aload(body.frame.raw());
        body.code.push(at.lastSlot(c.operand().reference())).op(Opcodes.LALOAD);
    }

    private static int jumpUnless(Operator operator) {
        return switch (operator) {
            case EQ -> Opcodes.IFNE;
            case NE -> Opcodes.IFEQ;
            case LT -> Opcodes.IFGE;
            case LE -> Opcodes.IFGT;
            case GT -> Opcodes.IFLE;
            case GE -> Opcodes.IFLT;
        };
    }
}
