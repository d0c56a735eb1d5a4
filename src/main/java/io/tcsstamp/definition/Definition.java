package io.tcsstamp.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A description of packets: containers, the parameters in them, and their types. All references are
 * by qualified name and resolve; there are no cycles between containers or types.
 *
 * <p>Immutable and thread-safe. Two definitions are equal when they say the same, wherever they
 * were read from; {@link DefinitionPrinter} writes one out.
 */
public final class Definition {
    private final String name;
    private final String source;
    private final Map<String, ParameterType> types;
    private final Map<String, Parameter> parameters;
    private final Map<String, Container> containers;
    private final Map<String, SourceLocation> locations;

    /**
     * Creates a definition; front ends check references before they do.
     *
     * @param name what the file calls it: XTCE the name of the outermost SpaceSystem
     * @param source the file it was read from, for messages
     * @param types by qualified name, in the order of the file
     * @param parameters by qualified name, in the order of the file
     * @param containers by qualified name, in the order of the file
     * @param locations where things stand, by qualified name; the n-th entry of a container, from
     *     0, by {@code NAME#n}. Does not count when definitions are compared.
     */
    public Definition(
            String name,
            String source,
            Map<String, ParameterType> types,
            Map<String, Parameter> parameters,
            Map<String, Container> containers,
            Map<String, SourceLocation> locations) {
        this.name = Objects.requireNonNull(name, "name");
        this.source = Objects.requireNonNull(source, "source");
        this.types = copy(types);
        this.parameters = copy(parameters);
        this.containers = copy(containers);
        this.locations = copy(locations);
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The name of the whole. */
    public String name() {
        return name;
    }

    /** The file it was read from. */
    public String source() {
        return source;
    }

    /** The types by qualified name, in the order of the file. */
    public Map<String, ParameterType> types() {
        return types;
    }

    /** The parameters by qualified name, in the order of the file. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** The containers by qualified name, in the order of the file. */
    public Map<String, Container> containers() {
        return containers;
    }

    /** The type of a parameter. */
    public ParameterType type(Parameter parameter) {
        return types.get(parameter.typeRef());
    }

    /** The containers that name this one as their base, in the order of the file. */
    public List<Container> inheritors(Container base) {
        return containers.values().stream()
                .filter(c -> c.base().isPresent())
                .filter(c -> c.base().get().containerRef().equals(base.qualifiedName()))
                .toList();
    }

    /**
     * Where something stands in the file.
     *
     * @param what a qualified name, or {@code NAME#n} for the n-th entry of a container, from 0
     */
    public SourceLocation location(String what) {
        return locations.getOrDefault(what, SourceLocation.of(source));
    }

    /**
     * The container of a name: a qualified name, or a simple one that only one container has.
     *
     * @throws IllegalArgumentException where there is none, or more than one, with the names there
     *     are
     */
    public Container container(String wanted) {
        Container exact = containers.get(wanted);
        if (exact != null) {
            return exact;
        }
        List<Container> found =
                containers.values().stream().filter(c -> c.name().equals(wanted)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException(
                (found.isEmpty() ? "no container is named " : "more than one container is named ")
                        + wanted
                        + "; there are "
                        + abridged(
                                (found.isEmpty() ? containers.values() : found)
                                        .stream().map(Container::qualifiedName).toList()));
    }

    private static String abridged(List<String> names) {
        return names.size() <= 10
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 10)) + " and " + (names.size() - 10) + " more";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition d
                && name.equals(d.name)
                && types.equals(d.types)
                && parameters.equals(d.parameters)
                && containers.equals(d.containers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, types, parameters, containers);
    }

    @Override
    public String toString() {
        return name
                + " ("
                + containers.size()
                + " containers, "
                + parameters.size()
                + " parameters)";
    }
}
