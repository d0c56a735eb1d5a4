package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the values that others depend on: criteria, sizes, counts and places of all containers that
 * a packet may have; calibrators and alarms of the values that are decoded at all.
 */
final class ReferenceCollector {
    private final Definition definition;
    private final Predicate<String> selected;
    private final References references = new References();
    private final Set<String> seenContainers = new HashSet<>();
    private final Set<String> seenTypes = new HashSet<>();
    private final Deque<ParameterType> valued = new ArrayDeque<>();

    private ReferenceCollector(Definition definition, Predicate<String> selected) {
        this.definition = definition;
        this.selected = selected;
    }

    /** The references of all packets that start with a container. */
    static References collect(
            Definition definition,
            Container root,
            Map<String, List<Container>> inheritors,
            Predicate<String> selected) {
        ReferenceCollector collector = new ReferenceCollector(definition, selected);
        Deque<Container> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            Container container = todo.remove();
            collector.container(container);
            for (Container inheritor :
                    inheritors.getOrDefault(container.qualifiedName(), List.of())) {
                collector.criteria(inheritor.base().orElseThrow().criteria());
                todo.add(inheritor);
            }
        }
        while (!collector.valued.isEmpty()) {
            collector.values(collector.valued.remove());
        }
        return collector.references;
    }

    private void container(Container first) {
        Deque<Container> todo = new ArrayDeque<>(List.of(first));
        while (!todo.isEmpty()) {
            Container container = todo.remove();
            if (!seenContainers.add(container.qualifiedName())) {
                continue;
            }
            container.sizeInBits().ifPresent(this::integer);
            for (Entry entry : container.entries()) {
                placement(entry.placement());
                if (entry instanceof Entry.OfContainer nested) {
                    Container target = definition.containers().get(nested.ref());
                    while (target != null) {
                        todo.add(target);
                        target =
                                target.base()
                                        .map(b -> definition.containers().get(b.containerRef()))
                                        .orElse(null);
                    }
                } else {
                    parameter(definition.parameters().get(entry.ref()));
                    if (entry instanceof Entry.OfArray array) {
                        dimensions(array.dimensions());
                    }
                }
            }
        }
    }

    private void placement(Entry.Placement placement) {
        placement.condition().ifPresent(this::criteria);
        placement.location().ifPresent(location -> integer(location.offset()));
        placement
                .repeat()
                .ifPresent(
                        repeat -> {
                            integer(repeat.count());
                            repeat.offset().ifPresent(this::integer);
                        });
    }

    private void parameter(Parameter parameter) {
        ParameterType type = definition.type(parameter);
        sizes(type);
        if (selected.test(parameter.name())) {
            valued.add(type);
        }
    }

    private void sizes(ParameterType type) {
        if (type == null || !seenTypes.add(type.qualifiedName())) {
            return;
        }
        if (type instanceof ParameterType.OfArray array) {
            dimensions(array.dimensions());
            sizes(definition.types().get(array.elementTypeRef()));
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            aggregate.members().forEach(m -> sizes(definition.types().get(m.typeRef())));
        } else if (type instanceof ParameterType.Scalar scalar) {
            if (scalar.encoding() instanceof DataEncoding.OfString text) {
                integer(text.sizeInBits());
            } else if (scalar.encoding() instanceof DataEncoding.OfBinary binary) {
                integer(binary.sizeInBits());
            }
        }
    }

    private void dimensions(List<Dimension> dimensions) {
        for (Dimension dimension : dimensions) {
            integer(dimension.start());
            integer(dimension.end());
        }
    }

    private void values(ParameterType type) {
        if (type == null || !references.addValued(type.qualifiedName())) {
            return;
        }
        if (type instanceof ParameterType.OfArray array) {
            values(definition.types().get(array.elementTypeRef()));
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            aggregate.members().forEach(m -> values(definition.types().get(m.typeRef())));
        } else if (type instanceof ParameterType.Scalar scalar) {
            calibration(Encodings.calibration(scalar.encoding()));
            Encodings.alarms(scalar).contexts().stream()
                    .map(Alarms.Context::criteria)
                    .forEach(this::criteria);
            if (scalar instanceof ParameterType.OfTime time) {
                time.offsetFrom().ifPresent(this::reference);
            }
        }
    }

    private void calibration(Calibration calibration) {
        calibration.byDefault().ifPresent(this::calibrator);
        for (Calibration.Context context : calibration.contexts()) {
            criteria(context.criteria());
            calibrator(context.calibrator());
        }
    }

    private void calibrator(Calibrator calibrator) {
        if (calibrator instanceof Calibrator.MathOperation math) {
            for (Calibrator.MathStep step : math.steps()) {
                if (step instanceof Calibrator.MathStep.PushParameter push) {
                    reference(push.ref());
                }
            }
        }
    }

    private void integer(IntegerValue value) {
        if (value instanceof IntegerValue.Dynamic dynamic) {
            reference(dynamic.ref());
        } else if (value instanceof IntegerValue.Lookup lookup) {
            lookup.rows().forEach(row -> criteria(row.criteria()));
        }
    }

    private void criteria(MatchCriteria criteria) {
        if (criteria instanceof MatchCriteria.Comparison comparison) {
            reference(comparison.left());
        } else if (criteria instanceof MatchCriteria.Relation relation) {
            reference(relation.left());
            reference(relation.right());
        } else if (criteria instanceof MatchCriteria.And and) {
            and.all().forEach(this::criteria);
        } else if (criteria instanceof MatchCriteria.Or or) {
            or.any().forEach(this::criteria);
        }
    }

    private void reference(ParameterRef ref) {
        if (references.add(ref)) {
            Parameter parameter = definition.parameters().get(ref.ref());
            if (parameter != null) {
                valued.add(definition.type(parameter));
            }
        }
    }
}
