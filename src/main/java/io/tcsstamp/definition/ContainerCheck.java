package io.tcsstamp.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks for containers that no packet can be, for siblings that a packet can be both of, and for
 * criteria over parameters that are not in the packet.
 *
 * <p>Not thread-safe.
 */
final class ContainerCheck {
    /** How many situations of siblings are compared. */
    private static final int MAX_COMPARED = 1_000_000;

    private final Definition definition;
    private final Consumer<Problem> problems;
    private final CriteriaSolver solver;
    private final Map<String, List<Situation>> situations = new HashMap<>();
    private final Map<String, List<Container>> children = new LinkedHashMap<>();
    private final ContainerContents contents;
    private int compared;

    ContainerCheck(Definition definition, Consumer<Problem> problems) {
        this.definition = definition;
        this.problems = problems;
        this.solver = new CriteriaSolver(definition);
        this.contents = new ContainerContents(definition);
        for (Container container : definition.containers().values()) {
            container
                    .base()
                    .ifPresent(
                            base ->
                                    children.computeIfAbsent(
                                                    base.containerRef(), key -> new ArrayList<>())
                                            .add(container));
        }
    }

    void check() {
        for (Container container : definition.containers().values()) {
            container.base().ifPresent(base -> reachable(container, base));
        }
        children.values().forEach(this::siblings);
        abstractOnes();
    }

    private void reachable(Container container, Container.Base base) {
        Set<String> decoded = contents.of(base.containerRef()).all();
        for (String ref : references(base.criteria())) {
            if (!decoded.contains(ref)) {
                warn(
                        "VALUE_NOT_DECODED",
                        container,
                        "its restriction criteria look at "
                                + simple(ref)
                                + ", which is not in its base container "
                                + simple(base.containerRef())
                                + ": no packet can be this container");
            }
        }
        if (situations(container).isEmpty() && !situations(base.containerRef()).isEmpty()) {
            error(
                    "UNREACHABLE_CONTAINER",
                    container,
                    "its restriction criteria can never hold: they contradict each other, those of"
                            + " its base containers or the values that the parameters can have");
        }
    }

    private List<Situation> situations(String name) {
        Container container = definition.containers().get(name);
        return container == null ? List.of(Situation.UNKNOWN) : situations(container);
    }

    /** When a packet is this container; bases are at most 200 deep. */
    private List<Situation> situations(Container container) {
        List<Situation> known = situations.get(container.qualifiedName());
        if (known == null) {
            known = List.of(Situation.ANY);
            if (container.base().isPresent()) {
                Container.Base base = container.base().get();
                known =
                        solver.solve(
                                base.criteria(),
                                situations(base.containerRef()),
                                contents.of(base.containerRef()).twice());
            }
            situations.put(container.qualifiedName(), known);
        }
        return known;
    }

    private void siblings(List<Container> siblings) {
        Siblings<Container> before = new Siblings<>(siblings, this::situations);
        for (Container container : siblings) {
            for (Container sibling : before.candidates(container)) {
                if (both(container, sibling)) {
                    break; // one is enough to know that this container must be mended
                }
            }
            before.add(container);
        }
    }

    private boolean both(Container container, Container sibling) {
        for (Situation one : situations(container)) {
            for (Situation other : situations(sibling)) {
                if (compared == MAX_COMPARED) {
                    compared++;
                    warn(
                            "NOT_CHECKED",
                            container,
                            "there are too many containers with the same base to compare them all");
                }
                if (compared > MAX_COMPARED) {
                    return true;
                }
                compared++;
                Situation both = one.and(other);
                if (both != null && both.exact()) {
                    ambiguous(container, sibling, both);
                    return true;
                }
            }
        }
        return false;
    }

    private void ambiguous(Container container, Container sibling, Situation both) {
        String when = solver.describe(both);
        error(
                "AMBIGUOUS_CONTAINERS",
                container,
                (when.isEmpty() ? "every packet" : "a packet with " + when)
                        + " that is "
                        + simple(container.base().orElseThrow().containerRef())
                        + " is both "
                        + container.name()
                        + " and "
                        + sibling.name()
                        + " (line "
                        + definition.location(sibling.qualifiedName()).line()
                        + "): give them restriction criteria that exclude each other");
    }

    private void abstractOnes() {
        Set<String> inside = new HashSet<>();
        for (Container container : definition.containers().values()) {
            for (Entry entry : container.entries()) {
                if (entry instanceof Entry.OfContainer) {
                    inside.add(entry.ref());
                }
            }
        }
        for (Container container : definition.containers().values()) {
            String name = container.qualifiedName();
            if (container.isAbstract() && !children.containsKey(name) && !inside.contains(name)) {
                warn(
                        "ABSTRACT_WITHOUT_INHERITORS",
                        container,
                        "it is abstract and no container has it as its base: no packet can be it");
            }
        }
    }

    private static Set<String> references(MatchCriteria criteria) {
        Set<String> all = new HashSet<>();
        if (criteria instanceof MatchCriteria.And and) {
            and.all().forEach(one -> all.addAll(references(one)));
        } else if (criteria instanceof MatchCriteria.Or or) {
            or.any().forEach(one -> all.addAll(references(one)));
        } else if (criteria instanceof MatchCriteria.Comparison comparison) {
            all.add(comparison.left().ref());
        } else if (criteria instanceof MatchCriteria.Relation relation) {
            all.add(relation.left().ref());
            all.add(relation.right().ref());
        }
        return all;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void error(String code, Container at, String message) {
        String name = at.qualifiedName();
        problems.accept(Problem.error(code, definition.location(name), name, message));
    }

    private void warn(String code, Container at, String message) {
        String name = at.qualifiedName();
        problems.accept(Problem.warning(code, definition.location(name), name, message));
    }
}
