package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a SpaceSystem, by the qualified names of a definition.
 *
 * <p>Not thread-safe.
 */
final class SystemTree {
    private final String path;
    private final List<ParameterType> types = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();
    private final Map<String, SystemTree> nested = new LinkedHashMap<>();

    private SystemTree(String path) {
        this.path = path;
    }

    /** The outermost SpaceSystem. */
    static SystemTree of(Definition definition) {
        SystemTree root = new SystemTree("/" + definition.name());
        definition.types().forEach((name, type) -> root.of(name).types.add(type));
        definition.parameters().forEach((name, p) -> root.of(name).parameters.add(p));
        definition.containers().forEach((name, c) -> root.of(name).containers.add(c));
        return root;
    }

    private SystemTree of(String qualified) {
        if (!qualified.startsWith(path + "/")) {
            throw new IllegalArgumentException(
                    qualified + " does not stand in " + path + ", the outermost SpaceSystem");
        }
        SystemTree system = this;
        for (int at = path.length() + 1; ; ) {
            int slash = qualified.indexOf('/', at);
            if (slash < 0) {
                return system;
            }
            system = system.nested.computeIfAbsent(qualified.substring(0, slash), SystemTree::new);
            at = slash + 1;
        }
    }

    String path() {
        return path;
    }

    List<ParameterType> types() {
        return types;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Container> containers() {
        return containers;
    }

    Iterable<SystemTree> nested() {
        return nested.values();
    }
}
