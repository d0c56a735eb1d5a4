package io.tcsstamp.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters stand in a container with its bases and the containers inside.
 *
 * <p>Not thread-safe.
 */
final class ContainerContents {
    private static final Contents NOTHING = new Contents(Set.of(), Set.of());

    private final Definition definition;
    private final Map<String, Contents> known = new HashMap<>();

    ContainerContents(Definition definition) {
        this.definition = definition;
    }

    /**
     * What stands in a container.
     *
     * @param all qualified names of parameters
     * @param twice those that may stand there more than once
     */
    record Contents(Set<String> all, Set<String> twice) {}

    Contents of(String name) {
        Contents contents = known.get(name);
        if (contents == null) {
            Container container = definition.containers().get(name);
            contents = container == null ? NOTHING : of(container);
            known.put(name, contents);
        }
        return contents;
    }

    private Contents of(Container container) {
        Set<String> all = new HashSet<>();
        Set<String> twice = new HashSet<>();
        container.base().ifPresent(base -> add(of(base.containerRef()), all, twice));
        for (Entry entry : container.entries()) {
            Contents part =
                    entry instanceof Entry.OfContainer
                            ? of(entry.ref())
                            : new Contents(Set.of(entry.ref()), Set.of());
            add(part, all, twice);
            if (entry.placement().repeat().isPresent()) {
                twice.addAll(part.all());
            }
        }
        return new Contents(all, twice);
    }

    private static void add(Contents part, Set<String> all, Set<String> twice) {
        for (String parameter : part.all()) {
            if (!all.add(parameter)) {
                twice.add(parameter);
            }
        }
        twice.addAll(part.twice());
    }
}
