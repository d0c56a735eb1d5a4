package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a definition as a whole: circles, members, and arrays without sizes.
 *
 * <p>Not thread-safe.
 */
final class LinkCheck {
    private final Map<String, ParameterType> types;
    private final Map<String, Parameter> parameters;
    private final Map<String, Container> containers;
    private final Map<String, SourceLocation> places;
    private final Problems problems;

    LinkCheck(
            Map<String, ParameterType> types,
            Map<String, Parameter> parameters,
            Map<String, Container> containers,
            Map<String, SourceLocation> places,
            Problems problems) {
        this.types = types;
        this.parameters = parameters;
        this.containers = containers;
        this.places = places;
        this.problems = problems;
    }

    void check(Links links) {
        Map<String, List<String>> typeGraph = new LinkedHashMap<>();
        types.forEach((name, type) -> typeGraph.put(name, parts(type)));
        Map<String, List<String>> containerGraph = new LinkedHashMap<>();
        containers.forEach((name, container) -> containerGraph.put(name, parts(container)));
        new Graph(typeGraph, "types", places, problems).check();
        new Graph(containerGraph, "containers", places, problems).check();
        links.members().forEach(this::member);
        links.arrays().forEach(this::array);
        unsized();
    }

    /** The types a type is made of. */
    static List<String> parts(ParameterType type) {
        if (type instanceof ParameterType.OfArray array) {
            return List.of(array.elementTypeRef());
        }
        if (type instanceof ParameterType.OfAggregate aggregate) {
            return aggregate.members().stream().map(ParameterType.Member::typeRef).toList();
        }
        return List.of();
    }

    /** The containers a container is made of. */
    private static List<String> parts(Container container) {
        List<String> parts = new ArrayList<>();
        container.base().ifPresent(base -> parts.add(base.containerRef()));
        for (Entry entry : container.entries()) {
            if (entry instanceof Entry.OfContainer) {
                parts.add(entry.ref());
            }
        }
        return parts;
    }

    private void member(Links.Member member) {
        Parameter parameter = parameters.get(member.ref().ref());
        ParameterType type = parameter == null ? null : types.get(parameter.typeRef());
        if (type == null) {
            return; // told already
        }
        String wrong = MemberPaths.problem(types, type, member.ref().path());
        if (wrong != null) {
            problems.error(
                    "MISSING_PARAMETER_REFERENCE",
                    member.at(),
                    member.path(),
                    Scope.quoted(member.ref().ref() + member.ref().path()) + ": " + wrong);
        }
    }

    private void array(Links.ArrayEntry entry) {
        Parameter parameter = parameters.get(entry.ref());
        ParameterType type = parameter == null ? null : types.get(parameter.typeRef());
        if (type == null) {
            return; // told already
        }
        if (!(type instanceof ParameterType.OfArray array)) {
            problems.error(
                    "INVALID_VALUE",
                    entry.at(),
                    entry.path(),
                    "an ArrayParameterRefEntry needs a parameter of an ArrayParameterType, which "
                            + entry.ref()
                            + " is not");
        } else if (entry.dimensions() > 0
                && !array.dimensions().isEmpty()
                && array.dimensions().size() != entry.dimensions()) {
            problems.error(
                    "INVALID_VALUE",
                    entry.at(),
                    entry.path(),
                    "the array "
                            + entry.ref()
                            + " has "
                            + array.dimensions().size()
                            + " dimensions, not "
                            + entry.dimensions());
        }
    }

    /** Arrays whose type leaves the dimensions to the entries (XTCE 1.1), where none has them. */
    private void unsized() {
        containers.forEach(
                (name, container) -> {
                    for (int i = 0; i < container.entries().size(); i++) {
                        Entry entry = container.entries().get(i);
                        Parameter parameter =
                                entry instanceof Entry.OfParameter
                                        ? parameters.get(entry.ref())
                                        : null;
                        if (parameter != null && isUnsized(types.get(parameter.typeRef()))) {
                            problems.error(
                                    "MISSING_ELEMENT",
                                    places.get(name + "#" + i),
                                    name,
                                    "the array " + entry.ref() + " has no DimensionList");
                        }
                    }
                });
        types.forEach(
                (name, type) -> {
                    if (parts(type).stream().anyMatch(part -> isUnsized(types.get(part)))) {
                        problems.error(
                                "MISSING_ELEMENT",
                                places.get(name),
                                name,
                                "the type holds an array that has no DimensionList");
                    }
                });
    }

    private static boolean isUnsized(ParameterType type) {
        return type instanceof ParameterType.OfArray array && array.dimensions().isEmpty();
    }
}
