package io.tcsstamp.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a definition out for people and for comparison: the containers as a tree with what stands
 * in them and when they apply, the parameters, and the types with all that is known of them. Equal
 * definitions give equal texts.
 *
 * <p>Thread-safe: all methods are static and share nothing.
 */
public final class DefinitionPrinter {
    private static final String INDENT = "  ";

    private final Definition definition;
    private final StringBuilder out = new StringBuilder();
    private final Wording wording;
    private final StaticLayout layout;
    private final Map<String, List<Container>> inheritors = new LinkedHashMap<>();

    private DefinitionPrinter(Definition definition) {
        this.definition = definition;
        this.wording = new Wording(definition);
        this.layout = new StaticLayout(definition);
        for (Container container : definition.containers().values()) {
            String base = container.base().map(Container.Base::containerRef).orElse("");
            inheritors.computeIfAbsent(base, b -> new ArrayList<>()).add(container);
        }
    }

    /** All of a definition, lines end with a line feed. */
    public static String print(Definition definition) {
        DefinitionPrinter printer = new DefinitionPrinter(definition);
        printer.out.append(definition).append('\n');
        return printer.tree("").parameterList().typeList().out.toString();
    }

    /** The containers as a tree, with their entries. */
    public static String containers(Definition definition) {
        return new DefinitionPrinter(definition).tree("").out.toString();
    }

    /** A container with those that inherit from it. */
    public static String containers(Definition definition, Container root) {
        DefinitionPrinter printer = new DefinitionPrinter(definition);
        printer.container(root, "");
        return printer.out.toString();
    }

    /** The parameters, one on a line. */
    public static String parameters(Definition definition) {
        return new DefinitionPrinter(definition).parameterList().out.toString();
    }

    /** The types with their encodings, labels, calibrations and limits. */
    public static String types(Definition definition) {
        return new DefinitionPrinter(definition).typeList().out.toString();
    }

    private DefinitionPrinter tree(String base) {
        heading("containers");
        for (Container root : inheritors.getOrDefault(base, List.of())) {
            container(root, INDENT);
        }
        return this;
    }

    private void container(Container container, String indent) {
        out.append(indent).append(container.name());
        if (container.isAbstract()) {
            out.append(" (abstract)");
        }
        container.base().ifPresent(base -> base(base));
        container.sizeInBits().ifPresent(s -> out.append(", ").append(wording.bits(s)));
        wording.description(out, container.description());
        out.append('\n');
        long[] offsets = layout.offsets(container);
        for (int i = 0; i < container.entries().size(); i++) {
            out.append(indent).append(INDENT);
            entry(container.entries().get(i), offsets[i]);
        }
        for (Container inheritor : inheritors.getOrDefault(container.qualifiedName(), List.of())) {
            container(inheritor, indent + INDENT);
        }
    }

    private void base(Container.Base base) {
        if (!base.criteria().equals(MatchCriteria.ALWAYS)) {
            out.append(" when ").append(wording.criteria(base.criteria()));
        }
        base.next().ifPresent(n -> out.append(", followed by ").append(wording.container(n)));
    }

    private void entry(Entry entry, long offset) {
        out.append(offset < 0 ? "?" : Long.toString(offset)).append(": ");
        if (entry instanceof Entry.OfContainer) {
            out.append('[').append(wording.container(entry.ref())).append(']');
        } else {
            Parameter parameter = definition.parameters().get(entry.ref());
            ParameterType type = definition.type(parameter);
            out.append(parameter.name());
            if (entry instanceof Entry.OfArray array) {
                out.append(wording.dimensions(array.dimensions()));
            }
            out.append(", ").append(wording.brief(type));
            wording.units(out, type.common().units());
        }
        placement(entry.placement());
        out.append('\n');
    }

    private void placement(Entry.Placement placement) {
        placement
                .location()
                .ifPresent(
                        l ->
                                out.append(", at ")
                                        .append(wording.integer(l.offset()))
                                        .append(" from ")
                                        .append(Wording.words(l.reference())));
        placement
                .repeat()
                .ifPresent(
                        r -> {
                            out.append(", ").append(wording.factor(r.count())).append(" times");
                            r.offset()
                                    .ifPresent(
                                            o ->
                                                    out.append(" with ")
                                                            .append(wording.bits(o))
                                                            .append(" between"));
                        });
        placement.condition().ifPresent(c -> out.append(", if ").append(wording.criteria(c)));
    }

    private DefinitionPrinter parameterList() {
        heading("parameters");
        for (Parameter parameter : definition.parameters().values()) {
            out.append(INDENT).append(parameter.name());
            if (!parameter
                    .qualifiedName()
                    .equals("/" + definition.name() + "/" + parameter.name())) {
                out.append(" = ").append(parameter.qualifiedName());
            }
            out.append(": ").append(wording.type(parameter.typeRef()));
            wording.description(out, parameter.description());
            out.append('\n');
        }
        return this;
    }

    private DefinitionPrinter typeList() {
        heading("types");
        TypeWording types = new TypeWording(wording, out);
        definition.types().values().forEach(types::type);
        return this;
    }

    private void heading(String what) {
        out.append(what).append('\n');
    }
}
