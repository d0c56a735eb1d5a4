package io.tcsstamp.camel;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.output.SampleTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parameters that a source of packets names in its options. Immutable and thread-safe. */
final class PacketNames {
    private static final Logger LOG = LoggerFactory.getLogger(PacketNames.class);

    private final NamePatterns selected;
    private final SampleTime time;
    private final Set<String> times = new HashSet<>();
    private final UnaryOperator<String> where;

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
     * @throws IllegalArgumentException if none of them has the time
     */
    void check(List<Definition> definitions) {
        checkTime(definitions);
        Set<String> names = new HashSet<>();
        for (Definition definition : definitions) {
            definition.parameters().values().stream().map(Parameter::name).forEach(names::add);
        }
        for (String pattern : selected.without(names)) {
            LOG.warn("{}: no parameter is named {}", where("select"), pattern);
        }
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
