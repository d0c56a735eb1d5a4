package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.ParameterType;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the plan of a definition. */
final class PlanBuilder {
    private static final int MOST_INHERITANCE = 500;

    private final Definition definition;
    private final PlanProblems problems;
    private final Map<String, List<Container>> inheritors;
    private final References references;
    private final CriterionPlanner criteria;
    private final ContainerPlanner containers;

    private PlanBuilder(Definition definition, Container root, DecoderOptions options) {
        this.definition = definition;
        this.problems = new PlanProblems(definition);
        this.inheritors = inheritors(definition);
        this.references =
                ReferenceCollector.collect(definition, root, inheritors, options.selected());
        FieldFactory fields = new FieldFactory(references, options.selected());
        PlanBudget budget = new PlanBudget();
        this.criteria = new CriterionPlanner(definition, fields, problems, budget);
        QuantityPlanner quantities = new QuantityPlanner(criteria);
        FieldStepPlanner steps =
                new FieldStepPlanner(
                        quantities, new DerivationPlanner(criteria, problems), problems);
        ParameterPlanner parameters =
                new ParameterPlanner(definition, fields, steps, quantities, budget);
        this.containers =
                new ContainerPlanner(
                        definition, parameters, quantities, criteria, problems, budget);
    }

    /**
     * The plan of a definition.
     *
     * @throws DefinitionException where something in it cannot be decoded
     * @throws IllegalArgumentException for a root that there is not
     */
    static DecodePlan build(Definition definition, DecoderOptions options)
            throws DefinitionException {
        Container root = RootChoice.of(definition, options);
        PlanBuilder builder = new PlanBuilder(definition, root, options);
        ContainerPlan plan = null;
        Map<ParameterType.Scalar, TypeRules> rules = Map.of();
        try {
            plan = builder.container(root, List.of());
            if (builder.problems.isEmpty()) {
                rules = new RulesPlanner(builder.criteria, builder.references).plan(definition);
            }
        } catch (PlanBudget.Exceeded e) {
            builder.problems.add(
                    root.qualifiedName(),
                    "its containers have more than %d values, or are nested too deeply"
                            .formatted(PlanBudget.MOST));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            builder.problems.add(
                    root.qualifiedName(), "the charset " + e.getMessage() + " is not available");
        }
        if (!builder.problems.isEmpty()) {
            throw builder.problems.exception();
        }
        return new DecodePlan(definition, plan, builder.references.count(), rules);
    }

    private static Map<String, List<Container>> inheritors(Definition definition) {
        Map<String, List<Container>> inheritors = new LinkedHashMap<>();
        for (Container container : definition.containers().values()) {
            container
                    .base()
                    .ifPresent(
                            base ->
                                    inheritors
                                            .computeIfAbsent(
                                                    base.containerRef(), ref -> new ArrayList<>())
                                            .add(container));
        }
        return inheritors;
    }

    private ContainerPlan container(Container container, List<Container> above) {
        if (above.size() > MOST_INHERITANCE) {
            throw new PlanBudget.Exceeded();
        }
        List<Container> chain = new ArrayList<>(above);
        chain.add(container);
        List<Container> below = inheritors.getOrDefault(container.qualifiedName(), List.of());
        List<Step> end = containers.end(container);
        List<Step> steps = containers.plan(container, below.isEmpty() ? end : List.of());
        List<ContainerPlan.Branch> branches = new ArrayList<>();
        for (Container inheritor : below) {
            Criterion criterion =
                    criteria.plan(
                            inheritor.base().orElseThrow().criteria(), inheritor.qualifiedName());
            branches.add(new ContainerPlan.Branch(criterion, container(inheritor, chain)));
        }
        return new ContainerPlan(
                container, chain, steps, branches, below.isEmpty() ? List.of() : end);
    }
}
