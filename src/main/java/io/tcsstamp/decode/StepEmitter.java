package io.tcsstamp.decode;

import io.tcsstamp.definition.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Code that runs steps which are not compiled themselves, with the {@link PacketValues} as they
 * expect them; and code for fields behind such a step, whose places depend on the packet.
 */
final class StepEmitter {
    private static final int VALUES = ContainerEmitter.VALUES;

    private final GeneratedClass owner;
    private final PartEmitter parts;
    private final CompilerBudget budget;

    StepEmitter(GeneratedClass owner, PartEmitter parts, CompilerBudget budget) {
        this.owner = owner;
        this.parts = parts;
        this.budget = budget;
    }

    /** True where a step needs not be run: there is code for it, or it only passes over bits. */
    static boolean knows(Step step) {
        return step instanceof SkipStep ? step.fixedBits() >= 0 : FieldEmitter.knows(step);
    }

    /** The first step, from one on, that needs not be run. */
    int endOfCalls(List<Step> all, int from) {
        int end = from;
        while (end < all.size() && !knows(all.get(end))) {
            end++;
        }
        return end;
    }

    /**
     * Emits a step that is run at a known place.
     *
     * @return false where no packet passes it
     */
    boolean single(Step step, Place at, Body body) {
        if (step instanceof LocateStep locate && offset(locate, at) >= 0) {
            at.skip(offset(locate, at));
            return true;
        }
        if (!settle(at, body)) {
            return false;
        }
        run(step, body);
        if (step instanceof FieldStep field && step.fixedBits() >= 0) {
            budget.needSlots(at.slot() + 1);
            at.place(field);
            at.settle();
        } else {
            at.loosen();
        }
        return true;
    }

    /** How far a step goes forward from a known place, negative where that is not known. */
    private static long offset(LocateStep locate, Place at) {
        if (!(locate.offset() instanceof Quantity.Fixed fixed) || fixed.value() < 0) {
            return -1;
        }
        // steps of a container with a start of its own are run by its step
        return locate.from() == Entry.Reference.PREVIOUS_ENTRY
                ? fixed.value()
                : locate.from() == Entry.Reference.CONTAINER_START ? fixed.value() - at.bit() : -1;
    }

    /**
     * Emits what makes the {@link PacketValues} look as if all so far had been run.
     *
     * @return false where that costs too much
     */
    boolean settle(Place at, Body body) {
        if (at.loose() || at.settled()) {
            return true;
        }
        if (at.beyond() || !budget.takeConstants(at.slot() - at.settledSlots())) {
            return false;
        }
        body.require(ContainerEmitter.LENGTH, at.bit() + 7 >> 3);
        Code code = body.code;
        if (!at.started()) {
            code.aload(VALUES);
            code.aload(ContainerEmitter.BYTES).iload(ContainerEmitter.OFFSET);
            code.iload(ContainerEmitter.LENGTH);
            code.callVirtual(
                    PacketValues.class, "start", void.class, byte[].class, int.class, int.class);
        }
        Field[] fields = at.fields();
        int from = at.settledSlots();
        code.aload(VALUES);
        owner.push(code, java.util.Arrays.copyOfRange(fields, from, fields.length), Field[].class);
        code.push((long) at.bit());
        owner.push(code, referred(fields, from), int[].class);
        code.callVirtual(
                PacketValues.class, "settle", void.class, Field[].class, long.class, int[].class);
        body.count(1);
        at.settle();
        return true;
    }

    /** The indexes of the fields that are referred to, from one on. */
    private static int[] referred(Field[] fields, int from) {
        return IntStream.range(from, fields.length)
                .filter(i -> fields[i].reference() >= 0)
                .map(i -> i - from)
                .toArray();
    }

    private void run(Step step, Body body) {
        owner.push(body.code, step, Step.class);
        body.code.aload(VALUES);
        body.code.callInterface(Step.class, "run", void.class, PacketValues.class);
        body.count(1);
    }

    /**
     * Emits steps at a place that depends on the packet.
     *
     * @param list either all known, or none
     * @return false where that costs too much
     */
    boolean loose(List<Step> list, Place at, Body body) {
        if (!knows(list.get(0)) || list.size() == 1) {
            runAll(list, body);
            return true;
        }
        List<PlacedField> fields = new ArrayList<>();
        long bit = 0;
        for (Step step : list) {
            if (bit + step.fixedBits() > 1L << 30) {
                return false;
            }
            if (step instanceof FieldStep field) {
                fields.add(new PlacedField(field, (int) bit, fields.size()));
            }
            bit += step.fixedBits();
        }
        if (!budget.takeFields(fields.size()) || !budget.takeConstants(fields.size())) {
            return false;
        }
        if (fields.isEmpty()) {
            runAll(list, body);
        } else {
            aligned(list, fields, bit, body);
        }
        return true;
    }

    private void runAll(List<Step> list, Body body) {
        if (list.size() == 1) {
            run(list.get(0), body);
            return;
        }
        owner.push(body.code, list.toArray(Step[]::new), Step[].class);
        body.code.aload(VALUES);
        body.code.call(Steps.class, "run", void.class, Step[].class, PacketValues.class);
        body.count(1);
    }

    /** Emits fields for the case that they start at a whole byte, and their steps for the other. */
    private void aligned(List<Step> list, List<PlacedField> fields, long bits, Body body) {
        Code code = body.code;
        Label otherwise = new Label();
        Label done = new Label();
        code.aload(VALUES).push(bits).push(fields.size());
        code.callVirtual(PacketValues.class, "hasRoom", boolean.class, long.class, int.class);
        code.jump(Opcodes.IFEQ, otherwise);
        int base = code.local(1);
        int slot = code.local(1);
        code.iload(ContainerEmitter.OFFSET);
        code.aload(VALUES).getField(PacketValues.class, "position", long.class);
        code.push(3).op(Opcodes.LUSHR).op(Opcodes.L2I).op(Opcodes.IADD);
        code.load(Opcodes.ISTORE, base);
        code.aload(VALUES).getField(PacketValues.class, "size", int.class);
        code.load(Opcodes.ISTORE, slot);
        parts.loose(fields, (int) (bits + 7 >> 3), base, slot, body);
        Field[] slots = fields.stream().map(PlacedField::field).toArray(Field[]::new);
        code.aload(VALUES);
        owner.push(code, slots, Field[].class);
        code.aload(VALUES).getField(PacketValues.class, "position", long.class);
        code.push(bits).op(Opcodes.LADD);
        owner.push(code, referred(slots, 0), int[].class);
        code.callVirtual(
                PacketValues.class, "settle", void.class, Field[].class, long.class, int[].class);
        code.jump(Opcodes.GOTO, done);
        code.mark(otherwise);
        runAll(list, body);
        code.mark(done);
        body.count(3);
    }
}
