package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The second way through a document: makes the types, parameters and containers.
 *
 * <p>Not thread-safe.
 */
final class BuildPass implements Document.Visitor {
    private final Names names;
    private final Problems problems;
    private final Budget budget;
    private final Links links = new Links();
    private final Set<String> systems = new HashSet<>();
    private final Map<String, ParameterType> types = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Set<String> seenTypes = new HashSet<>();
    private final Map<String, SourceLocation> places = new HashMap<>();
    private String name = "";

    BuildPass(Names names, Problems problems, Budget budget) {
        this.budget = budget;
        this.names = names;
        this.problems = problems;
    }

    /** What was read, once it has been looked at as a whole. */
    Definition finish(String source) {
        BareTypes.remove(types, parameters, links, problems);
        new LinkCheck(types, parameters, containers, places, problems).check(links);
        return new Definition(name, source, types, parameters, containers, places);
    }

    @Override
    public void system(String system, SourceLocation at) {
        if (systems.isEmpty()) {
            name = system.substring(1);
        }
        if (!systems.add(system)) {
            problems.error("DUPLICATE_NAME", at, system, "there are two SpaceSystems " + system);
        }
    }

    @Override
    public void item(Kind kind, String system, ElementReader elements) throws XMLStreamException {
        item(kind, system, elements.read());
    }

    /** The same with the item read. */
    void item(Kind kind, String system, Element at) {
        if (at.name().equals("ParameterRef")) {
            Scope scope = new Scope(problems, names, links, system, system);
            scope.references().alias(at);
            new Leftovers(problems, system).check(at);
            return;
        }
        String simple = at.attribute("name");
        if (simple == null || !Names.isName(simple)) {
            problems.error(
                    simple == null ? "MISSING_ATTRIBUTE" : "INVALID_VALUE",
                    at,
                    system,
                    at.name()
                            + " needs a name of up to "
                            + Names.MAX_NAME
                            + " characters, without a slash"
                            + (simple == null ? "" : ": " + Scope.quoted(simple)));
            return;
        }
        String path = names.qualified(kind, system + "/" + simple);
        Scope scope = new Scope(problems, names, links, system, path);
        String shown = names.shown(kind, system, simple);
        switch (kind) {
            case TYPE -> type(scope, at);
            case PARAMETER -> parameter(scope, at, shown);
            default -> container(scope, at, shown);
        }
        new Leftovers(problems, path).check(at);
    }

    private void type(Scope scope, Element at) {
        if (!seenTypes.add(scope.path())) {
            duplicate(scope, at, "types");
        }
        ParameterType type = TypeReader.read(scope, at);
        if (type != null) {
            types.putIfAbsent(scope.path(), type);
        }
        places.putIfAbsent(scope.path(), scope.location(at));
    }

    private void parameter(Scope scope, Element at, String shown) {
        if (parameters.putIfAbsent(scope.path(), ParameterReader.read(scope, at, shown)) != null) {
            duplicate(scope, at, "parameters");
        }
        places.put(scope.path(), scope.location(at));
    }

    private void container(Scope scope, Element at, String shown) {
        List<SourceLocation> entries = new ArrayList<>();
        Container container = ContainerReader.read(scope, at, shown, entries);
        Container before = containers.putIfAbsent(scope.path(), container);
        if (before != null) {
            if (!before.equals(container)) {
                duplicate(scope, at, "containers, which differ,");
            }
            return;
        }
        places.put(scope.path(), scope.location(at));
        budget.take((long) entries.size() * scope.path().length(), scope.location(at));
        for (int i = 0; i < entries.size(); i++) {
            places.put(scope.path() + "#" + i, entries.get(i));
        }
    }

    private void duplicate(Scope scope, Element at, String what) {
        scope.fail(
                "DUPLICATE_NAME",
                at,
                "there are two " + what + " of the name " + Scope.quoted(scope.path()));
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
