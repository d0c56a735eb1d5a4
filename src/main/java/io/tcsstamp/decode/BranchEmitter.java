package io.tcsstamp.decode;

import io.tcsstamp.decode.ContainerPlan.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Code that finds the one container that inherits from another and matches the packet: by a switch
 * where all compare the same integer with constants, else by asking all of them.
 */
final class BranchEmitter {
    /** More branches than this in one method, and it is split. */
    private static final int CASES_PER_METHOD = 40;

    /** More branches than this that must all be asked are left to the interpreter. */
    private static final int MOST_IN_ORDER = 60;

    private final GeneratedClass owner;
    private final ContainerEmitter containers;
    private final StepEmitter steps;

    BranchEmitter(GeneratedClass owner, ContainerEmitter containers, StepEmitter steps) {
        this.owner = owner;
        this.containers = containers;
        this.steps = steps;
    }

    /** Emits what comes behind a container's own steps, and ends the method. */
    void emit(ContainerPlan plan, Place at, Body body) {
        List<Branch> branches = plan.branches();
        CriterionEmitter criteria = new CriterionEmitter(owner, body, at);
        if (!branches.stream().allMatch(b -> criteria.knows(b.criterion()))
                && !steps.settle(at, body)) {
            body.code.jump(Opcodes.GOTO, body.fail);
            return;
        }
        Label none = new Label();
        Optional<IntegerCriterion> key = SwitchKey.of(branches, criteria);
        if (key.isPresent()) {
            SortedMap<Integer, List<Branch>> cases = new TreeMap<>();
            for (Branch branch : branches) {
                int value = (int) SwitchKey.literal(branch.criterion(), key.get()).getAsLong();
                cases.computeIfAbsent(value, v -> new ArrayList<>()).add(branch);
            }
            bySwitch(plan, key.get(), cases, at, body, none);
        } else if (!branches.isEmpty()) {
            inOrder(branches, at, body, none);
        }
        body.code.mark(none);
        end(plan, at, body);
    }

    /** Emits the end of a packet that no inheritor matches. */
    private void end(ContainerPlan plan, Place at, Body body) {
        boolean possible = !plan.container().isAbstract();
        for (Step step : plan.end()) {
            possible = possible && steps.single(step, at, body);
        }
        if (possible) {
            containers.finish(plan, at, body);
        } else {
            body.code.jump(Opcodes.GOTO, body.fail);
        }
    }

    private void bySwitch(
            ContainerPlan plan,
            IntegerCriterion key,
            SortedMap<Integer, List<Branch>> cases,
            Place at,
            Body body,
            Label none) {
        List<Integer> sorted = List.copyOf(cases.keySet());
        if (sorted.size() > CASES_PER_METHOD) {
            byPart(plan, key, cases, sorted, at, body);
            return;
        }
        int[] values = sorted.stream().mapToInt(Integer::intValue).toArray();
        Label[] labels = new Label[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        Code code = body.code;
        CriterionEmitter criteria = new CriterionEmitter(owner, body, at);
        criteria.raw(key);
        code.op(Opcodes.L2I).op(Opcodes.I2L);
        criteria.raw(key);
        // what is no int is no case
        code.op(Opcodes.LCMP).jump(Opcodes.IFNE, none);
        criteria.raw(key);
        code.op(Opcodes.L2I).lookupSwitch(none, values, labels);
        for (int i = 0; i < labels.length; i++) {
            code.mark(labels[i]);
            inOrder(cases.get(values[i]), at, body, none);
        }
    }

    /** Emits comparisons that find the part of the cases, each of which is a method. */
    private void byPart(
            ContainerPlan plan,
            IntegerCriterion key,
            SortedMap<Integer, List<Branch>> cases,
            List<Integer> sorted,
            Place at,
            Body body) {
        Code code = body.code;
        int size = sorted.size();
        int step = Math.max(CASES_PER_METHOD, (size + CASES_PER_METHOD - 1) / CASES_PER_METHOD);
        for (int from = 0; from < size; from += step) {
            Label next = new Label();
            boolean last = from + step >= size;
            if (!last) {
                new CriterionEmitter(owner, body, at).raw(key);
                code.push((long) sorted.get(from + step)).op(Opcodes.LCMP);
                code.jump(Opcodes.IFGE, next);
            }
            SortedMap<Integer, List<Branch>> part =
                    last
                            ? cases.tailMap(sorted.get(from))
                            : cases.subMap(sorted.get(from), sorted.get(from + step));
            containers.elsewhere(
                    body, (by, inner) -> by.branches().part(plan, key, part, at, inner));
            code.mark(next);
        }
    }

    private void part(
            ContainerPlan plan,
            IntegerCriterion key,
            SortedMap<Integer, List<Branch>> cases,
            Place at,
            Body body) {
        Label none = new Label();
        bySwitch(plan, key, cases, at, body, none);
        body.code.mark(none);
        end(plan, at, body);
    }

    private void inOrder(List<Branch> branches, Place at, Body body, Label none) {
        CriterionEmitter criteria = new CriterionEmitter(owner, body, at);
        if (branches.size() == 1) {
            criteria.test(branches.get(0).criterion(), none);
            inherit(branches.get(0).plan(), at, body);
            return;
        }
        if (branches.size() > MOST_IN_ORDER) {
            body.code.jump(Opcodes.GOTO, body.fail);
            return;
        }
        Code code = body.code;
        int found = code.local(1);
        int[] values = new int[branches.size()];
        Label[] labels = new Label[branches.size()];
        code.push(-1).load(Opcodes.ISTORE, found);
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
            labels[i] = new Label();
            Label next = new Label();
            criteria.test(branches.get(i).criterion(), next);
            code.iload(found).jump(Opcodes.IFGE, body.fail);
            code.push(i).load(Opcodes.ISTORE, found);
            code.mark(next);
        }
        code.iload(found).lookupSwitch(none, values, labels);
        for (int i = 0; i < values.length; i++) {
            code.mark(labels[i]);
            containers.elsewhere(branches.get(i).plan(), 0, at.copy(), body);
        }
    }

    private void inherit(ContainerPlan plan, Place at, Body body) {
        if (plan.branches().size() <= 1 && body.roomInPlace(plan.steps().size())) {
            int known = body.knownBytes();
            containers.container(plan, 0, at.copy(), body);
            // nothing of that holds where it did not match
            body.forget(known);
        } else {
            containers.elsewhere(plan, 0, at.copy(), body);
        }
    }
}
