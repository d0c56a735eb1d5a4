package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import java.util.List;

/**
 * How a container is decoded: its own steps (those of its base were done before), then at most one
 * of the branches.
 *
 * <p>Immutable and thread-safe.
 *
 * @param container what it is the plan of
 * @param chain from the root to this container
 * @param steps own steps, in order; referred containers are unfolded into them
 * @param branches the inheritors, in the order of the file
 * @param end what is done where the packet is of no branch
 */
record ContainerPlan(
        Container container,
        List<Container> chain,
        List<Step> steps,
        List<Branch> branches,
        List<Step> end) {

    /** Creates a plan. */
    ContainerPlan {
        chain = List.copyOf(chain);
        steps = List.copyOf(steps);
        branches = List.copyOf(branches);
        end = List.copyOf(end);
    }

    /**
     * An inheritor and when it is the one.
     *
     * @param criterion bound to the fields
     * @param plan of the inheritor
     */
    record Branch(Criterion criterion, ContainerPlan plan) {}
}
