package io.tcsstamp.output;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns of a container's table, from its definition alone, so that they are the same whatever
 * packets come: everything that its packets can hold, in the order of the definition, each
 * parameter once. Not thread-safe.
 */
final class Columns {
    private final Definition definition;
    private final Predicate<String> selected;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();

    private Columns(Definition definition, Predicate<String> selected) {
        this.definition = definition;
        this.selected = selected;
    }

    /**
     * Those of a container.
     *
     * @param selected by the name of a parameter: whether it has a column
     */
    static List<Column> of(Definition definition, Container container, Predicate<String> selected) {
        Columns columns = new Columns(definition, selected);
        columns.whole(container, false);
        return List.copyOf(columns.columns.values());
    }

    /** A container with its bases, outermost first. */
    private void whole(Container container, boolean repeated) {
        Deque<Container> chain = new ArrayDeque<>();
        for (Container at = container; at != null; at = base(at)) {
            chain.push(at);
        }
        chain.forEach(one -> entries(one, repeated));
    }

    private Container base(Container container) {
        return container
                .base()
                .map(base -> definition.containers().get(base.containerRef()))
                .orElse(null);
    }

    private void entries(Container container, boolean repeated) {
        // what was there before brings no new columns, unless it is repeated now
        if (!visited.add(repeated + container.qualifiedName())) {
            return;
        }
        for (Entry entry : container.entries()) {
            boolean list = repeated || entry.placement().repeat().isPresent();
            if (entry instanceof Entry.OfContainer) {
                whole(definition.containers().get(entry.ref()), list);
            } else {
                Parameter parameter = definition.parameters().get(entry.ref());
                if (selected.test(parameter.name())) {
                    add(parameter, parameter.name(), definition.type(parameter), list);
                }
            }
        }
    }

    private void add(Parameter parameter, String name, ParameterType type, boolean list) {
        if (type instanceof ParameterType.Scalar scalar) {
            Column known = columns.get(name);
            boolean lists = list || known != null && known.list();
            columns.put(name, new Column(name, parameter, scalar, lists));
        } else if (type instanceof ParameterType.OfArray array) {
            add(parameter, name, definition.types().get(array.elementTypeRef()), true);
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            for (ParameterType.Member member : aggregate.members()) {
                add(
                        parameter,
                        name + "." + member.name(),
                        definition.types().get(member.typeRef()),
                        list);
            }
        }
    }
}
