package io.tcsstamp.camel;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.decode.NearNames;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.output.SampleTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parameters that a source of packets names in its options. Thread-safe. */
final class PacketNames {
    private static final Logger LOG = LoggerFactory.getLogger(PacketNames.class);

    private final NamePatterns selected;
    private final SampleTime time;
    private final Set<String> times = new HashSet<>();
    private final UnaryOperator<String> where;
    // what was said is not said again when the definitions are read again
    private Set<String> told = Set.of();

    /**
     * Creates it.
     *
     * @param selected the parameters whose values are asked for
     * @param time what the time of packets is read from
     * @param where says for messages where an option such as {@code time} was set, and of which
     *     source
     */
    PacketNames(NamePatterns selected, SampleTime time, UnaryOperator<String> where) {
        this.selected = selected;
        this.time = time;
        this.where = where;
        for (String name : time.names()) {
            times.add(name);
            times.add(SampleTime.parameterOf(name));
        }
    }

    /** True for a parameter that must be decoded. */
    boolean isWanted(String name) {
        return selected.test(name) || times.contains(name);
    }

    /** Where an option was set, and of which source, for messages. */
    String where(String option) {
        return where.apply(option);
    }

    /**
     * Looks whether definitions that are used together have the parameters.
     *
     * @throws IllegalArgumentException if none of them has the time, or if nothing of what is
     *     selected is in any of them
     */
    synchronized void check(List<Definition> definitions) {
        checkTime(definitions);
        checkSelected(definitions);
    }

    private void checkSelected(List<Definition> definitions) {
        Set<String> names = new LinkedHashSet<>();
        for (Definition definition : definitions) {
            definition.parameters().values().stream().map(Parameter::name).forEach(names::add);
        }
        List<String> unknown = selected.without(names);
        String shown = definitions.stream().map(Definition::name).collect(Collectors.joining(", "));
        if (!unknown.isEmpty() && names.stream().noneMatch(selected)) {
            throw new IllegalArgumentException(
                    where("select")
                            + ": the definition "
                            + shown
                            + " "
                            + NearNames.unknown(unknown.get(0), names)
                            + (unknown.size() > 1 ? "; the others are not in it either" : ""));
        }
        if (!told.containsAll(unknown)) {
            LOG.warn(
                    "{}: the definition {} has no parameters for {}; the others are sent",
                    where("select"),
                    shown,
                    String.join(", ", unknown));
        }
        told = Set.copyOf(unknown);
    }

    private void checkTime(List<Definition> definitions) {
        IllegalArgumentException wrong = null;
        for (Definition definition : definitions) {
            try {
                time.check(definition);
                return;
            } catch (IllegalArgumentException e) {
                wrong = wrong == null ? e : wrong;
            }
        }
        throw new IllegalArgumentException(where("time") + ": " + wrong.getMessage(), wrong);
    }
}
