package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import java.io.IOException;

/** Small XTCE documents of unsigned integers, made piece by piece. */
final class PlanText {
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder containers = new StringBuilder();

    /** A parameter with an unsigned integer of so many bits. */
    PlanText unsigned(String name, int bits) {
        type(name, "Integer", "<IntegerDataEncoding sizeInBits='" + bits + "'/>");
        return this;
    }

    /** A parameter with a type of its own. */
    PlanText type(String name, String kind, String content) {
        types.append(
                "<%1$sParameterType name='%2$s_T'>%3$s</%1$sParameterType>"
                        .formatted(kind, name, content));
        parameters.append("<Parameter name='%1$s' parameterTypeRef='%1$s_T'/>".formatted(name));
        return this;
    }

    /** A container that every packet starts with. */
    PlanText root(String name, String... entries) {
        return container(name, "", entries);
    }

    /** A container that inherits where a comparison holds, written {@code NAME=VALUE}. */
    PlanText inheritor(String name, String base, String comparison, String... entries) {
        String[] sides = comparison.split("=");
        return container(
                name,
                ("<BaseContainer containerRef='%s'><RestrictionCriteria>"
                                + "<Comparison parameterRef='%s' value='%s'/>"
                                + "</RestrictionCriteria></BaseContainer>")
                        .formatted(base, sides[0], sides[1]),
                entries);
    }

    private PlanText container(String name, String base, String... entries) {
        containers.append("<SequenceContainer name='").append(name).append("'><EntryList>");
        for (String entry : entries) {
            containers.append("<ParameterRefEntry parameterRef='").append(entry).append("'/>");
        }
        containers.append("</EntryList>").append(base).append("</SequenceContainer>");
        return this;
    }

    /** The definition. */
    Definition read() throws DefinitionException, IOException {
        return XtceReader.read(
                "<SpaceSystem name='S' xmlns='http://www.omg.org/spec/XTCE/20180204'>"
                        + "<TelemetryMetaData><ParameterTypeSet>"
                        + types
                        + "</ParameterTypeSet><ParameterSet>"
                        + parameters
                        + "</ParameterSet><ContainerSet>"
                        + containers
                        + "</ContainerSet></TelemetryMetaData></SpaceSystem>",
                "test");
    }
}
