package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decodes packets step by step: the reference for what decoding gives. */
final class Interpreter implements PacketDecoder {
    private static final long MOST_BITS = 0xFFFF_FFFFL;
    private static final int FIRST_SLOTS = 64;

    private final DecodePlan plan;
    private final Node root;

    /** A container's plan in arrays, which are faster to walk than lists. */
    private static final class Node {
        private final ContainerPlan plan;
        private final Step[] steps;
        private final Criterion[] criteria;
        private final Node[] branches;
        private final Steps end;
        private final boolean isAbstract;

        private Node(ContainerPlan plan) {
            this.plan = plan;
            this.steps = NumberRun.join(plan.steps()).toArray(Step[]::new);
            this.end = new Steps(plan.end());
            this.isAbstract = plan.container().isAbstract();
            int n = plan.branches().size();
            this.criteria = new Criterion[n];
            this.branches = new Node[n];
            for (int i = 0; i < n; i++) {
                criteria[i] = plan.branches().get(i).criterion();
                branches[i] = new Node(plan.branches().get(i).plan());
            }
        }
    }

    Interpreter(DecodePlan plan) {
        this.plan = plan;
        this.root = new Node(plan.root());
    }

    @Override
    public Definition definition() {
        return plan.definition();
    }

    @Override
    public Container root() {
        return plan.root().container();
    }

    @Override
    public PacketValues newValues() {
        return new PacketValues(plan, FIRST_SLOTS);
    }

    @Override
    public boolean decode(byte[] bytes, int offset, int length, PacketValues into) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (into.plan != plan) {
            throw new IllegalArgumentException("the values are of another decoder");
        }
        into.start(bytes, offset, length);
        try {
            if (into.bitLength > MOST_BITS) {
                throw Failures.size(
                        into, plan.root().container().name(), "the packet is over 512 MiB");
            }
            run(root, into);
            return true;
        } catch (DecodeFailure e) {
            into.failure = e;
            return false;
        }
    }

    private static void run(Node root, PacketValues values) {
        Node node = root;
        while (node != null) {
            values.container = node.plan;
            for (Step step : node.steps) {
                step.run(values);
            }
            Node next = branch(node, values);
            if (next == null) {
                node.end.run(values);
            }
            node = next;
        }
    }

    /** The one branch whose criterion holds, or null where the container is the last one. */
    private static Node branch(Node node, PacketValues values) {
        Criterion[] criteria = node.criteria;
        Node found = null;
        for (int i = 0; i < criteria.length; i++) {
            if (criteria[i].test(values)) {
                if (found != null) {
                    throw ambiguous(node, values);
                }
                found = node.branches[i];
            }
        }
        if (found == null && node.isAbstract) {
            throw unknown(node.plan, values);
        }
        return found;
    }

    private static DecodeFailure unknown(ContainerPlan plan, PacketValues values) {
        return new DecodeFailure(
                Cause.UNKNOWN,
                "",
                values.position,
                plan.branches().isEmpty()
                        ? "container %s is abstract, and none inherits from it"
                                .formatted(plan.container().name())
                        : plan.branches().size() == 1
                                ? "%s, the only container that inherits from %s, is none for it"
                                        .formatted(
                                                plan.branches().get(0).plan().container().name(),
                                                plan.container().name())
                                : "none of the %d containers that inherit from %s is one for it"
                                        .formatted(
                                                plan.branches().size(), plan.container().name()));
    }

    private static DecodeFailure ambiguous(Node node, PacketValues values) {
        List<String> names = new ArrayList<>();
        for (ContainerPlan.Branch branch : node.plan.branches()) {
            if (branch.criterion().test(values)) {
                names.add(branch.plan().container().name());
            }
        }
        return new DecodeFailure(
                Cause.AMBIGUOUS,
                "",
                values.position,
                "more than one container that inherits from %s matches: %s"
                        .formatted(node.plan.container().name(), String.join(", ", names)));
    }
}
