package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The container that every packet starts with. */
final class RootChoice {
    private static final String USUAL = "CCSDSPacket";

    private RootChoice() {}

    /**
     * The one of the options, or the default.
     *
     * @throws IllegalArgumentException where there is none, with the names there are
     */
    static Container of(Definition definition, DecoderOptions options) {
        if (options.root().isPresent()) {
            return definition.container(options.root().get());
        }
        List<Container> usual =
                definition.containers().values().stream()
                        .filter(c -> c.name().equals(USUAL))
                        .toList();
        if (usual.size() == 1) {
            return usual.get(0);
        }
        Set<String> bases =
                definition.containers().values().stream()
                        .flatMap(c -> c.base().stream())
                        .map(Container.Base::containerRef)
                        .collect(Collectors.toSet());
        List<Container> roots =
                definition.containers().values().stream()
                        .filter(c -> c.base().isEmpty() && bases.contains(c.qualifiedName()))
                        .toList();
        if (roots.size() == 1) {
            return roots.get(0);
        }
        if (definition.containers().size() == 1) {
            return definition.containers().values().iterator().next();
        }
        throw new IllegalArgumentException(
                "say which container packets of "
                        + definition.name()
                        + " start with: "
                        + candidates(roots.isEmpty() ? withoutBase(definition) : roots));
    }

    private static List<Container> withoutBase(Definition definition) {
        return definition.containers().values().stream().filter(c -> c.base().isEmpty()).toList();
    }

    private static String candidates(List<Container> containers) {
        if (containers.isEmpty()) {
            return "it has none";
        }
        String names =
                containers.stream()
                        .limit(10)
                        .map(Container::name)
                        .collect(Collectors.joining(", "));
        return containers.size() <= 10
                ? names
                : names + " and " + (containers.size() - 10) + " more";
    }
}
