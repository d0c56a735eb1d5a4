package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.SourceLocation;
import java.util.HashSet;
import java.util.Set;

/** What is promised of every definition: references resolve, and nothing is made of itself. */
final class HoldsTogether {
    private final Definition definition;

    private HoldsTogether(Definition definition) {
        this.definition = definition;
    }

    static void check(Definition definition) {
        HoldsTogether check = new HoldsTogether(definition);
        Set<String> shown = new HashSet<>();
        for (Parameter parameter : definition.parameters().values()) {
            assertThat(shown.add(parameter.name())).as(parameter.name()).isTrue();
            assertThat(definition.types()).containsKey(parameter.typeRef());
            check.placed(parameter.qualifiedName());
        }
        definition.types().forEach((name, type) -> check.type(name, Set.of()));
        definition.containers().forEach((name, container) -> check.container(name, Set.of()));
    }

    private void placed(String name) {
        SourceLocation at = definition.location(name);
        assertThat(at.line()).as(name).isPositive();
        assertThat(at.column()).as(name).isPositive();
    }

    private static Set<String> with(Set<String> above, String name) {
        assertThat(above).doesNotContain(name);
        Set<String> all = new HashSet<>(above);
        all.add(name);
        return all;
    }

    private void type(String name, Set<String> above) {
        ParameterType type = definition.types().get(name);
        assertThat(type).as(name).isNotNull();
        assertThat(type.qualifiedName()).isEqualTo(name);
        placed(name);
        if (type instanceof ParameterType.OfArray array) {
            type(array.elementTypeRef(), with(above, name));
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            aggregate.members().forEach(m -> type(m.typeRef(), with(above, name)));
        }
    }

    private void container(String name, Set<String> above) {
        Container container = definition.containers().get(name);
        assertThat(container).as(name).isNotNull();
        assertThat(container.qualifiedName()).isEqualTo(name);
        placed(name);
        container.base().ifPresent(b -> container(b.containerRef(), with(above, name)));
        for (int i = 0; i < container.entries().size(); i++) {
            Entry entry = container.entries().get(i);
            placed(name + "#" + i);
            if (entry instanceof Entry.OfContainer) {
                container(entry.ref(), with(above, name));
            } else {
                assertThat(definition.parameters()).containsKey(entry.ref());
            }
        }
    }
}
