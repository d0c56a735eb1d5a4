package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The steps of the entries of containers. */
final class ContainerPlanner {
    private static final int MOST_DEPTH = 200;

    private final Definition definition;
    private final ParameterPlanner parameters;
    private final QuantityPlanner quantities;
    private final CriterionPlanner criteria;
    private final LocationPlanner locations;
    private final PlanProblems problems;
    private final PlanBudget budget;

    ContainerPlanner(
            Definition definition,
            ParameterPlanner parameters,
            QuantityPlanner quantities,
            CriterionPlanner criteria,
            PlanProblems problems,
            PlanBudget budget) {
        this.definition = definition;
        this.parameters = parameters;
        this.quantities = quantities;
        this.criteria = criteria;
        this.locations = new LocationPlanner(quantities, problems);
        this.problems = problems;
        this.budget = budget;
    }

    /** The steps of a container's own entries, and others behind them. */
    List<Step> plan(Container container, List<Step> behind) {
        List<Step> steps = entries(container, 0);
        steps.addAll(behind);
        return SkipMerger.merge(steps);
    }

    /** The steps that end a packet of a container: to its end, where its size is stated. */
    List<Step> end(Container container) {
        if (container.sizeInBits().isEmpty()) {
            return List.of();
        }
        Quantity size = quantities.plan(container.sizeInBits().get(), container.qualifiedName());
        return List.of(new EndStep(size, container.name()));
    }

    private List<Step> entries(Container container, int depth) {
        List<Step> steps = new ArrayList<>();
        List<List<Step>> bodies = new ArrayList<>();
        for (int i = 0; i < container.entries().size(); i++) {
            bodies.add(
                    body(container.entries().get(i), container.qualifiedName() + "#" + i, depth));
        }
        for (int i = 0; i < bodies.size(); i++) {
            boolean hasNext = i + 1 < bodies.size();
            steps.addAll(
                    placed(
                            container.entries().get(i),
                            bodies.get(i),
                            hasNext ? container.entries().get(i + 1) : null,
                            hasNext ? Steps.fixedBits(bodies.get(i + 1)) : Step.VARIABLE,
                            container.qualifiedName() + "#" + i));
        }
        return steps;
    }

    /** What an entry is, repeated. */
    private List<Step> body(Entry entry, String where, int depth) {
        long before = budget.spent();
        List<Step> once = once(entry, depth);
        if (entry.placement().repeat().isEmpty()) {
            return once;
        }
        Entry.Repeat repeat = entry.placement().repeat().get();
        Quantity count = quantities.plan(repeat.count(), where);
        Quantity gap =
                repeat.offset()
                        .map(offset -> quantities.plan(offset, where))
                        .orElse(new Quantity.Fixed(0));
        long weight = budget.spent() - before;
        return List.of(new RepeatStep(count, gap, SkipMerger.merge(once), weight, name(entry)));
    }

    private List<Step> once(Entry entry, int depth) {
        if (entry instanceof Entry.OfContainer nested) {
            return nested(definition.containers().get(nested.ref()), depth);
        }
        Parameter parameter = definition.parameters().get(entry.ref());
        return entry instanceof Entry.OfArray array
                ? parameters.plan(parameter, array.dimensions())
                : parameters.plan(parameter);
    }

    private List<Step> nested(Container target, int depth) {
        budget.spend(1, depth >= MOST_DEPTH);
        Deque<Container> chain = new ArrayDeque<>();
        for (Container c = target; c != null; c = base(c)) {
            chain.push(c);
        }
        List<Step> steps = new ArrayList<>();
        for (Container c : chain) {
            steps.addAll(entries(c, depth + 1));
        }
        boolean placed =
                chain.stream()
                        .flatMap(c -> c.entries().stream())
                        .anyMatch(e -> e.placement().location().isPresent());
        if (!placed && target.sizeInBits().isEmpty()) {
            return steps;
        }
        Quantity size =
                target.sizeInBits()
                        .map(s -> quantities.plan(s, target.qualifiedName()))
                        .orElse(null);
        if (!(size instanceof Quantity.Fixed)) {
            refusePlacesFromTheEnd(chain);
        }
        return List.of(new NestedStep(SkipMerger.merge(steps), size, target.name()));
    }

    /** Where a container ends within others is known only where its size is stated. */
    private void refusePlacesFromTheEnd(Iterable<Container> chain) {
        for (Container container : chain) {
            for (int i = 0; i < container.entries().size(); i++) {
                boolean fromEnd =
                        container
                                .entries()
                                .get(i)
                                .placement()
                                .location()
                                .filter(l -> l.reference() == Entry.Reference.CONTAINER_END)
                                .isPresent();
                if (fromEnd) {
                    problems.add(
                            container.qualifiedName() + "#" + i,
                            "an entry of a container that stands in another one is placed from its"
                                    + " end: for that the container needs a fixed size"
                                    + " (BinaryEncoding)");
                }
            }
        }
    }

    private Container base(Container container) {
        return container
                .base()
                .map(b -> definition.containers().get(b.containerRef()))
                .orElse(null);
    }

    /** An entry where it belongs, when it is there. */
    private List<Step> placed(
            Entry entry, List<Step> body, Entry next, long nextBits, String where) {
        List<Step> steps = new ArrayList<>();
        entry.placement()
                .location()
                .ifPresent(
                        location ->
                                steps.addAll(
                                        locations.plan(
                                                location,
                                                Steps.fixedBits(body),
                                                next,
                                                nextBits,
                                                name(entry),
                                                where)));
        steps.addAll(body);
        if (entry.placement().condition().isEmpty()) {
            return steps;
        }
        Criterion criterion = criteria.plan(entry.placement().condition().get(), where);
        return List.of(new ConditionalStep(criterion, SkipMerger.merge(steps)));
    }

    private String name(Entry entry) {
        return entry instanceof Entry.OfContainer nested
                ? definition.containers().get(nested.ref()).name()
                : definition.parameters().get(entry.ref()).name();
    }
}
